using System.Runtime.Intrinsics;

namespace Tocsin.Language.Neural;

/// <summary>
/// Tags, trees and names from one recurrent network, in whole numbers of 16 bits: each word is read once, by both
/// directions of two layers, and everything else is a product with what they say. Belongs to one worker.
/// </summary>
/// <remarks>Arcs are chosen by a bilinear form of dependents and heads (Dozat and Manning 2017).</remarks>
sealed unsafe class NeuralEngine : IEngine
{
    /// <summary>
    /// What a unit of the linear model of names weighs beside the large network, in 256ths of a stored score. The two err in
    /// different places.
    /// </summary>
    public const int ShareBesideLarge = 123;

    /// <summary>The same beside the small network, which knows less of names.</summary>
    public const int ShareBesideSmall = 300;

    /// <summary>A label that the linear model rules out costs this much, and no more.</summary>
    const int Veto = -(1 << 20);

    /// <summary>Rows whose sums are held at once.</summary>
    const int Rows = 24;

    readonly int linearShare;
    readonly NeuralModel model;
    readonly WordColumns columns;
    readonly LockStep batch = new();
    readonly Encoder encoder;
    readonly TreeSearch trees = new();
    readonly NameSearch names;
    readonly NameTagger? linear;
    readonly NameAgreement agreement = new();
    readonly Scratch<int> sums = new();
    readonly Scratch<short> parts = new();
    readonly Scratch<short> dependents = new();
    readonly Scratch<short> pairs = new();
    readonly Scratch<int> emissions = new();
    byte[] marks = new byte[512];
    int[] heads = new int[512];

    /// <param name="linear">The linear model of names, whose scores are added to the network's; null for none.</param>
    /// <param name="linearShare">What its unit weighs, in 256ths of a stored score.</param>
    public NeuralEngine(NeuralModel model, NameModel? linear, int linearShare = ShareBesideLarge)
    {
        this.linearShare = linearShare;
        this.model = model;
        columns = new WordColumns(linear?.Clusters ?? Clusters.None);
        encoder = new Encoder(model);
        this.linear = linear is null ? null : new NameTagger(linear, columns);
        var transitions = (int[])model.Transitions.Clone();
        for (var i = 0; i < transitions.Length && linear is not null; i++)
            transitions[i] += linear.Transitions[i] * linearShare / 256;
        names = new NameSearch(transitions);
    }

    int Width => model.Heads.Columns;

    int HeadPart => model.Arc;

    int LabelDependentPart => 2 * model.Arc;

    int LabelHeadPart => (2 * model.Arc) + model.Label;

    int TagPart => (2 * model.Arc) + (2 * model.Label);

    int NamePart => TagPart + model.Tag;

    public WordColumns Columns => columns;

    public void Annotate(Document document)
    {
        document.Entities.Clear();
        columns.Read(document);
        Mark(document);
        emissions.Sized(document.TokenCount * NameModel.Labels);
        batch.Take(document);
        while (batch.Next(document))
        {
            encoder.Run(batch, columns, marks);
            FillParts();
            Tag(document);
            FillDependents();
            Attach(document);
            Relate(document);
            ScoreNames();
        }
        FindNames(document);
        agreement.Apply(document, columns);
    }

    void Mark(Document document)
    {
        if (marks.Length < document.TokenCount)
            marks = new byte[Math.Max(document.TokenCount, marks.Length * 2)];
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            model.Known.Mark(document, columns, first, end, marks);
        }
    }

    /// <summary>What arcs, relations, tags and names see of each word, cut off below zero but for relations.</summary>
    void FillParts()
    {
        parts.Sized(batch.Rows * Width);
        sums.Sized(Rows * Width);
        fixed (float* units = model.Heads.Units, bias = model.HeadsBias)
        {
            for (var from = 0; from < batch.Rows; from += Rows)
            {
                var rows = Math.Min(Rows, batch.Rows - from);
                model.Heads.Multiply(encoder.States + ((nint)from * 2 * model.Hidden), 2 * model.Hidden, sums.P, rows);
                for (var row = 0; row < rows; row++)
                {
                    var sum = sums.P + (row * Width);
                    var to = parts.P + ((nint)(from + row) * Width);
                    Units.StoreRow(sum, units, bias, to, Width, 0, Units.HighestInput, Units.Input);
                    // Relations are cut off only when dependent and head have been added.
                    var (at, count) = (LabelDependentPart, 2 * model.Label);
                    Units.StoreRow(sum + at, units + at, bias + at, to + at, count, -Units.HighestInput, Units.HighestInput, Units.Input);
                }
            }
        }
    }

    void Tag(Document document)
    {
        sums.Sized(Rows * model.Tags.Columns);
        for (var from = 0; from < batch.Rows; from += Rows)
        {
            var rows = Math.Min(Rows, batch.Rows - from);
            model.Tags.Multiply(parts.P + ((nint)from * Width) + TagPart, Width, sums.P, rows);
            for (var row = 0; row < rows; row++)
            {
                var token = batch.Tokens[from + row];
                var tag = Best(sums.P + (row * model.Tags.Columns), model.Tags, model.TagsBias, model.TagSet.Tags.Length);
                model.TagSet.Set(document, token, columns.Lower[token], (ushort)(tag + 1));
            }
        }
    }

    /// <summary>The first of the columns with the highest score.</summary>
    static int Best(int* sum, QuantisedMatrix matrix, float[] bias, int count)
    {
        fixed (float* units = matrix.Units, added = bias)
        {
            var highest = Vector256.Create(float.NegativeInfinity);
            var best = Vector256<int>.Zero;
            var at = Vector256<int>.Indices;
            for (var i = 0; i < count; i += 8)
            {
                var score = (Vector256.ConvertToSingle(Vector256.Load(sum + i)) * Vector256.Load(units + i)) + Vector256.Load(added + i);
                // Columns beyond the last label are padding.
                var higher = Vector256.GreaterThan(score, highest) & Vector256.LessThan(at, Vector256.Create(count)).AsSingle();
                highest = Vector256.ConditionalSelect(higher, score, highest);
                best = Vector256.ConditionalSelect(higher.AsInt32(), at, best);
                at += Vector256.Create(8);
            }
            var (column, most) = (best[0], highest[0]);
            for (var lane = 1; lane < 8; lane++)
            {
                if (highest[lane] > most || (highest[lane] == most && best[lane] < column))
                    (column, most) = (best[lane], highest[lane]);
            }
            return column;
        }
    }

    void FillDependents()
    {
        dependents.Sized(batch.Rows * model.Arc);
        sums.Sized(Rows * model.Arc);
        fixed (float* units = model.ArcForm.Units, bias = model.ArcBias)
        {
            for (var from = 0; from < batch.Rows; from += Rows)
            {
                var rows = Math.Min(Rows, batch.Rows - from);
                model.ArcForm.Multiply(parts.P + ((nint)from * Width), Width, sums.P, rows);
                for (var row = 0; row < rows; row++)
                {
                    Units.StoreRow(
                        sums.P + (row * model.Arc), units, bias, dependents.P + ((nint)(from + row) * model.Arc), model.Arc,
                        -Units.HighestDependent, Units.HighestDependent, Units.Dependent);
                }
            }
        }
    }

    /// <summary>Chooses heads, as rows of the batch; −1 for the root.</summary>
    void Attach(Document document)
    {
        if (heads.Length < batch.Rows)
            heads = new int[batch.Rows * 2];
        fixed (short* root = model.ArcRoot)
        {
            for (var s = 0; s < batch.Sentences; s++)
            {
                var n = batch.Length(s);
                var scores = trees.Begin(n);
                for (var i = 0; i < n; i++)
                {
                    var own = dependents.P + ((nint)batch.Row(s, i) * model.Arc);
                    var row = scores.Slice(i * (n + 1), n + 1);
                    for (var j = 0; j < n; j++)
                        row[j] = QuantisedMatrix.Dot(own, parts.P + ((nint)batch.Row(s, j) * Width) + HeadPart, model.Arc);
                    row[n] = QuantisedMatrix.Dot(own, root, model.Arc);
                }
                var only = OnlyVerb(document, s, n);
                for (var i = 0; i < n; i++)
                {
                    if (IsFinite(document, batch.Tokens[batch.Row(s, i)]) || (i == only && IsLoneVerb(document, s, i, n)))
                        ForbidObject(document, s, i, n, scores);
                }
                ForbidLaterHeads(document, s, n, scores);
                if (only > 0 && document.Xpos(batch.Tokens[batch.Row(s, only)]) == "VBN"
                    && ((only == 1 && IsFinite(document, batch.Tokens[batch.Row(s, 1)])) || IsLoneVerb(document, s, only, n)))
                    MakeRoot(only, n, scores);
                var found = trees.Find(n);
                for (var i = 0; i < n; i++)
                    heads[batch.Row(s, i)] = found[i] == n ? -1 : batch.Row(s, found[i]);
            }
        }
    }

    /// <summary>
    /// "Burundi imposed sanctions": neither a finite verb nor the name right before it hangs on what follows in its clause;
    /// where the verb was taken for a participle, what follows hangs on nothing before it.
    /// </summary>
    void ForbidObject(Document document, int sentence, int verb, int length, Span<int> scores)
    {
        var isNamed = verb > 0 && document.Upos[batch.Tokens[batch.Row(sentence, verb - 1)]] == Upos.Propn;
        var isTaken = verb > 0 && document.Xpos(batch.Tokens[batch.Row(sentence, verb)]) == "VBN";
        for (var j = verb + 1; j < length; j++)
        {
            if (document.Upos[batch.Tokens[batch.Row(sentence, j)]] is Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Pron or Upos.Punct)
                return;
            scores[(verb * (length + 1)) + j] = int.MinValue / 4;
            if (isNamed)
                scores[((verb - 1) * (length + 1)) + j] = int.MinValue / 4;
            for (var before = 0; isTaken && before < verb; before++)
                scores[(j * (length + 1)) + before] = int.MinValue / 4;
        }
    }

    /// <summary>
    /// "NATO confirmed it would …": the first verb between two marks, finite and with nothing before it that would make its
    /// clause a subordinate one, hangs on no word after it up to the next mark.
    /// </summary>
    void ForbidLaterHeads(Document document, int sentence, int length, Span<int> scores)
    {
        var isFirst = true;
        for (var i = 0; i < length; i++)
        {
            var token = batch.Tokens[batch.Row(sentence, i)];
            switch (document.Upos[token])
            {
                case Upos.Punct:
                    isFirst = true;
                    break;
                case Upos.Sconj or Upos.Aux or Upos.Part:
                    isFirst = false;
                    break;
                case Upos.Pron or Upos.Adv or Upos.Det when document.Xpos(token)[0] == 'W':
                    isFirst = false;
                    break;
                case Upos.Verb:
                    if (isFirst && i > 0 && document.Xpos(token) is "VBD" or "VBZ")
                    {
                        for (var j = i + 1; j < length && document.Upos[batch.Tokens[batch.Row(sentence, j)]] != Upos.Punct; j++)
                            scores[(i * (length + 1)) + j] = int.MinValue / 4;
                    }
                    isFirst = false;
                    break;
            }
        }
    }

    /// <summary>The only verb of a sentence without auxiliaries, −1 where there are more or none.</summary>
    int OnlyVerb(Document document, int sentence, int length)
    {
        var only = -1;
        for (var i = 0; i < length; i++)
        {
            var upos = document.Upos[batch.Tokens[batch.Row(sentence, i)]];
            if (upos == Upos.Aux || (upos == Upos.Verb && only >= 0))
                return -1;
            if (upos == Upos.Verb)
                only = i;
        }
        return only;
    }

    /// <summary>
    /// "Helicopters and tanks shelled positions.": the only verb of a whole sentence, between a noun and what is its object, is
    /// finite even where it was taken for a participle.
    /// </summary>
    bool IsLoneVerb(Document document, int sentence, int verb, int length)
    {
        if (verb <= 0 || verb + 2 >= length)
            return false;
        var token = batch.Tokens[batch.Row(sentence, verb)];
        var last = batch.Tokens[batch.Row(sentence, length - 1)];
        return document.Xpos(token) == "VBN" && document.Upos[token - 1] is Upos.Noun or Upos.Propn
            && document.Upos[token + 1] is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Num or Upos.Pron
            && document.Form(last).SequenceEqual(".");
    }

    /// <summary>No other word is the root, and nothing before it hangs on what follows it.</summary>
    static void MakeRoot(int root, int length, Span<int> scores)
    {
        for (var i = 0; i < length; i++)
        {
            var row = scores.Slice(i * (length + 1), length + 1);
            if (i != root)
                row[length] = int.MinValue / 4;
            if (i < root)
                row[(root + 1)..length].Fill(int.MinValue / 4);
        }
    }

    /// <summary>A finite verb; also a participle right after a name that opens its clause: "Libya massed tanks".</summary>
    static bool IsFinite(Document document, int token)
    {
        if (document.Upos[token] != Upos.Verb)
            return false;
        if (document.Xpos(token) is "VBD" or "VBZ" or "VBP")
            return true;
        if (document.Xpos(token) != "VBN" || token == 0 || document.Upos[token - 1] != Upos.Propn)
            return false;
        var first = document.Sentence(document.SentenceOf(token)).First;
        return token - 1 == first || (token - 2 >= first && document.Upos[token - 2] is Upos.Sconj or Upos.Cconj or Upos.Punct);
    }

    void Relate(Document document)
    {
        pairs.Sized(Rows * model.Label);
        sums.Sized(Rows * model.Labels.Columns);
        var rootLabel = Array.IndexOf(model.Deprels, Deprel.Root);
        var amodLabel = Array.IndexOf(model.Deprels, Deprel.Amod);
        var compoundLabel = Array.IndexOf(model.Deprels, Deprel.Compound);
        var unmarkedLabel = Array.IndexOf(model.Deprels, Deprel.OblUnmarked);
        fixed (short* root = model.LabelRoot)
        {
            for (var from = 0; from < batch.Rows; from += Rows)
            {
                var rows = Math.Min(Rows, batch.Rows - from);
                for (var row = 0; row < rows; row++)
                {
                    var head = heads[from + row];
                    Join(
                        parts.P + ((nint)(from + row) * Width) + LabelDependentPart,
                        head < 0 ? root : parts.P + ((nint)head * Width) + LabelHeadPart, pairs.P + (row * model.Label));
                }
                model.Labels.Multiply(pairs.P, model.Label, sums.P, rows);
                for (var row = 0; row < rows; row++)
                {
                    var (token, head) = (batch.Tokens[from + row], heads[from + row]);
                    if (head < 0)
                    {
                        document.SetHead(token, -1, Deprel.Root);
                        continue;
                    }
                    var sum = sums.P + (row * model.Labels.Columns);
                    if (rootLabel >= 0)
                        sum[rootLabel] = int.MinValue;
                    if (amodLabel >= 0 && IsFinite(document, token))
                        sum[amodLabel] = int.MinValue;
                    if (document.Upos[token] is Upos.Propn or Upos.Noun && compoundLabel >= 0 && unmarkedLabel >= 0 && batch.Tokens[head] == token + 1 && IsFinite(document, token + 1))
                        (sum[compoundLabel], sum[unmarkedLabel]) = (int.MinValue, int.MinValue);
                    document.SetHead(
                        token, batch.Tokens[head], model.Deprels[Best(sum, model.Labels, model.LabelsBias, model.Deprels.Length)]);
                }
            }
        }
    }

    /// <summary>Sum of dependent and head, cut off below zero.</summary>
    void Join(short* dependent, short* head, short* to)
    {
        for (var i = 0; i < model.Label; i += 16)
        {
            var sum = Vector256.Load(dependent + i) + Vector256.Load(head + i);
            Vector256.Min(Vector256.Max(sum, Vector256<short>.Zero), Vector256.Create((short)Units.HighestInput)).Store(to + i);
        }
    }

    void ScoreNames()
    {
        sums.Sized(Rows * model.Names.Columns);
        for (var from = 0; from < batch.Rows; from += Rows)
        {
            var rows = Math.Min(Rows, batch.Rows - from);
            model.Names.Multiply(parts.P + ((nint)from * Width) + NamePart, Width, sums.P, rows);
            for (var row = 0; row < rows; row++)
            {
                var sum = sums.P + (row * model.Names.Columns);
                var to = emissions.P + ((nint)batch.Tokens[from + row] * NameModel.Labels);
                for (var label = 0; label < NameModel.Labels; label++)
                    to[label] = (int)MathF.Floor(((sum[label] * model.Names.Units[label]) + model.NamesBias[label]) * Units.Score);
            }
        }
    }

    void FindNames(Document document)
    {
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            var scores = names.Begin(end - first);
            linear?.Score(document, sentence, scores);
            var own = emissions.P + ((nint)first * NameModel.Labels);
            for (var i = 0; i < scores.Length; i++)
                scores[i] = own[i] + (linear is null ? 0 : Math.Max(scores[i], Veto) * linearShare / 256);
            names.Find(first, end - first, document.Entities);
        }
    }
}
