using System.Runtime.Intrinsics;

namespace Tocsin.Training.Neural;

/// <summary>Losses summed over words.</summary>
struct Losses
{
    public double Arcs;
    public double Labels;
    public double Tags;
    public double Names;
    public int TreeWords;
    public int NameWords;

    public override readonly string ToString() =>
        FormattableString.Invariant(
            $"arcs {Arcs / Math.Max(1, TreeWords):F3}, relations {Labels / Math.Max(1, TreeWords):F3}, tags {Tags / Math.Max(1, TreeWords):F3}, names {Names / Math.Max(1, NameWords):F3}");
}

/// <summary>Runs batches through the network and gathers gradients. Each worker has its own gradients.</summary>
sealed unsafe class NetworkWorker
{
    const float InputDropout = 0.2f;
    const float LayerDropout = 0.33f;
    const float StateDropout = 0.2f;
    const float HeadDropout = 0.3f;

    /// <summary>Share of words whose own row is dropped, so that their affixes learn to speak for them.</summary>
    const float FormDropout = 0.15f;

    const float VectorDropout = 0.1f;

    readonly NetworkWeights weights;
    readonly NetworkShape shape;
    readonly float[] frozen;
    readonly Dictionary<Parameter, Gradient> gradients;
    readonly LstmLayer first;
    readonly LstmLayer second;
    readonly DenseLayer heads;
    readonly DenseLayer arc;
    readonly DenseLayer label;
    readonly DenseLayer tag;
    readonly DenseLayer nameHidden;
    readonly DenseLayer name;
    readonly Matrix x;
    readonly Matrix dx;
    readonly Matrix middle;
    readonly Matrix top;
    readonly Matrix dMiddle;
    readonly Matrix dTop;
    readonly Matrix arcIn;
    readonly Matrix dArcIn;
    readonly Matrix labelIn;
    readonly Matrix dLabelIn;
    readonly Matrix tagIn;
    readonly Matrix dTagIn;
    readonly Dropout inputDropout;
    readonly Dropout middleDropout;
    readonly Dropout topDropout;
    readonly Dropout state1;
    readonly Dropout state2;
    readonly Dropout headDropout;
    readonly Dropout labelDropout;
    readonly Dropout nameDropout;
    readonly NameLoss nameLoss;
    float[] scores = new float[256];
    ulong random;

    public NetworkWorker(NetworkWeights weights, float[] frozen)
    {
        this.weights = weights;
        this.frozen = frozen;
        shape = weights.Shape;
        gradients = weights.All.ToDictionary(parameter => parameter, parameter => new Gradient(parameter));
        Gradient G(Parameter parameter) => gradients[parameter];
        var w = weights;
        first = new LstmLayer(G(w.In1), G(w.Forward1), G(w.Backward1), G(w.Bias1), shape.Hidden);
        second = new LstmLayer(G(w.In2), G(w.Forward2), G(w.Backward2), G(w.Bias2), shape.Hidden);
        heads = new DenseLayer(G(w.Heads), G(w.HeadsBias), rectified: false);
        arc = new DenseLayer(G(w.Arc), G(w.ArcBias), rectified: false);
        label = new DenseLayer(G(w.Label), G(w.LabelBias), rectified: false);
        tag = new DenseLayer(G(w.Tag), G(w.TagBias), rectified: false);
        nameHidden = new DenseLayer(G(w.NameHidden), G(w.NameHiddenBias), rectified: true);
        name = new DenseLayer(G(w.Name), G(w.NameBias), rectified: false);
        nameLoss = new NameLoss(G(w.Transitions));
        x = new Matrix(0, shape.Frozen + shape.Learnt);
        dx = new Matrix(0, shape.Learnt);
        middle = new Matrix(0, 2 * shape.Hidden);
        top = new Matrix(0, 2 * shape.Hidden);
        dMiddle = new Matrix(0, 2 * shape.Hidden);
        dTop = new Matrix(0, 2 * shape.Hidden);
        arcIn = new Matrix(0, shape.Arc);
        dArcIn = new Matrix(0, shape.Arc);
        labelIn = new Matrix(0, shape.Label);
        dLabelIn = new Matrix(0, shape.Label);
        tagIn = new Matrix(0, shape.Tag);
        dTagIn = new Matrix(0, shape.Tag);
        inputDropout = new Dropout(x.Columns);
        middleDropout = new Dropout(middle.Columns);
        topDropout = new Dropout(top.Columns);
        state1 = new Dropout(middle.Columns);
        state2 = new Dropout(top.Columns);
        headDropout = new Dropout(heads.Out.Columns);
        labelDropout = new Dropout(shape.Label);
        nameDropout = new Dropout(shape.Name);
    }

    public Losses Losses;

    public Gradient GradientOf(Parameter parameter) => gradients[parameter];

    /// <summary>Lays out the weights anew; to be called when they have changed.</summary>
    public void Prepare(ulong seed)
    {
        random = (seed * 0x9e3779b97f4a7c15) | 1;
        first.Prepare();
        second.Prepare();
        foreach (var layer in new[] { heads, arc, label, tag, nameHidden, name })
            layer.Prepare();
    }

    public void Learn(NeuralExamples examples, Batch batch)
    {
        Encode(examples, batch, learns: true);
        dTop.Cleared(batch.Rows);
        if (examples.Heads is not null)
            LearnTrees(examples, batch);
        if (examples.Allowed is not null)
            LearnNames(examples, batch);
        topDropout.Apply(batch, dTop);
        second.Back(batch, middle, dTop, state2Mask, dMiddle, 0);
        middleDropout.Apply(batch, dMiddle);
        first.Back(batch, x, dMiddle, state1Mask, dx, shape.Frozen);
        BackToRows(examples, batch);
    }

    Matrix? state1Mask;
    Matrix? state2Mask;
    bool[] dropped = [];

    void Encode(NeuralExamples examples, Batch batch, bool learns)
    {
        Embed(examples, batch, learns);
        first.Project(x);
        for (var row = 0; row < batch.Rows; row++)
        {
            if (examples.Marks[batch.Tokens[row]] is var mark and not 0)
                Add(weights.Marks.Value.Row(mark), first.Z.Row(row), first.Z.Columns, 1);
        }
        state1Mask = learns ? state1.Draw(batch.Sentences.Length, StateDropout, ref random) : null;
        state2Mask = learns ? state2.Draw(batch.Sentences.Length, StateDropout, ref random) : null;
        first.Run(batch, state1Mask);
        first.Out.Span.CopyTo(middle.Sized(batch.Rows).Span);
        if (learns)
        {
            middleDropout.Draw(batch.Sentences.Length, LayerDropout, ref random);
            middleDropout.Apply(batch, middle);
        }
        second.Project(middle);
        second.Run(batch, state2Mask);
        second.Out.Span.CopyTo(top.Sized(batch.Rows).Span);
        if (learns)
        {
            topDropout.Draw(batch.Sentences.Length, LayerDropout, ref random);
            topDropout.Apply(batch, top);
        }
    }

    void Embed(NeuralExamples examples, Batch batch, bool learns)
    {
        x.Cleared(batch.Rows);
        if (dropped.Length < batch.Rows)
            dropped = new bool[batch.Rows * 2];
        for (var row = 0; row < batch.Rows; row++)
        {
            var token = batch.Tokens[row];
            var to = x.Row(row);
            var vector = examples.Frozen[token];
            if (vector >= 0 && !(learns && Chance() < VectorDropout))
                new Span<float>(frozen, vector * shape.Frozen, shape.Frozen).CopyTo(new Span<float>(to, shape.Frozen));
            dropped[row] = learns && Chance() < FormDropout;
            for (var i = dropped[row] ? 1 : 0; i < NeuralExamples.RowsPerWord; i++)
            {
                var own = examples.Rows[(token * NeuralExamples.RowsPerWord) + i];
                if (own >= 0)
                    Add(weights.Rows.Value.Row(own), to + shape.Frozen, shape.Learnt, 1);
            }
        }
        if (!learns)
            return;
        inputDropout.Draw(batch.Rows, InputDropout, ref random);
        inputDropout.Apply(x);
    }

    void BackToRows(NeuralExamples examples, Batch batch)
    {
        var rows = gradients[weights.Rows];
        var marks = gradients[weights.Marks];
        // The dropout of the inputs, of which only the learnt part has a gradient.
        for (var row = 0; row < batch.Rows; row++)
        {
            var token = batch.Tokens[row];
            var d = dx.Row(row);
            inputDropout.ApplyTo(d, row, shape.Frozen, shape.Learnt);
            for (var i = dropped[row] ? 1 : 0; i < NeuralExamples.RowsPerWord; i++)
            {
                var own = examples.Rows[(token * NeuralExamples.RowsPerWord) + i];
                if (own < 0)
                    continue;
                rows.Touch(own);
                Add(d, rows.Sum.Row(own), shape.Learnt, 1);
            }
            if (examples.Marks[token] is var mark and not 0)
            {
                marks.Touch(mark);
                Add(first.Z.Row(row), marks.Sum.Row(mark), first.Z.Columns, 1);
            }
        }
    }

    /// <summary>The parts of a row of <see cref="heads"/>, in order: arc dependent and head, relation's, tag's.</summary>
    (int ArcHead, int LabelDependent, int LabelHead, int Tag) Parts =>
        (shape.Arc, 2 * shape.Arc, (2 * shape.Arc) + shape.Label, (2 * shape.Arc) + (2 * shape.Label));

    void RunHeads(bool learns)
    {
        heads.Run(top);
        // Relations are cut off only after dependent and head have been added.
        var parts = Parts;
        for (var row = 0; row < heads.Out.Rows; row++)
        {
            var h = heads.Out.Row(row);
            for (var i = 0; i < parts.LabelDependent; i++)
                h[i] = Math.Max(0, h[i]);
            for (var i = parts.Tag; i < heads.Out.Columns; i++)
                h[i] = Math.Max(0, h[i]);
        }
        if (learns)
        {
            headDropout.Draw(heads.Out.Rows, HeadDropout, ref random);
            headDropout.ApplyTo(heads.Out, 0, parts.LabelDependent);
            headDropout.ApplyTo(heads.Out, parts.Tag, shape.Tag);
        }
        Copy(heads.Out, 0, arcIn);
        Copy(heads.Out, parts.Tag, tagIn);
        arc.Run(arcIn);
        tag.Run(tagIn);
    }

    static void Copy(Matrix from, int column, Matrix to)
    {
        to.Sized(from.Rows);
        for (var row = 0; row < from.Rows; row++)
            new Span<float>(from.Row(row) + column, to.Columns).CopyTo(new Span<float>(to.Row(row), to.Columns));
    }

    void LearnTrees(NeuralExamples examples, Batch batch)
    {
        RunHeads(learns: true);
        var (parts, arcRoot) = (Parts, gradients[weights.ArcRoot]);
        arcRoot.Touch(0);
        for (var s = 0; s < batch.Sentences.Length; s++)
            LearnArcs(examples, batch, s, parts.ArcHead, arcRoot);
        LearnLabels(examples, batch, parts);
        for (var row = 0; row < batch.Rows; row++)
            Losses.Tags += Softmax(tag.Out.Row(row), tag.Gradient.Row(row), shape.Tags, examples.Tags![batch.Tokens[row]]);
        Losses.TreeWords += batch.Rows;

        arc.Back(arcIn, dArcIn.Cleared(batch.Rows));
        tag.Back(tagIn, dTagIn.Cleared(batch.Rows));
        for (var row = 0; row < batch.Rows; row++)
        {
            var d = heads.Gradient.Row(row);
            Add(dArcIn.Row(row), d, shape.Arc, 1);
            Add(dTagIn.Row(row), d + parts.Tag, shape.Tag, 1);
            var h = heads.Out.Row(row);
            for (var i = 0; i < heads.Out.Columns; i++)
            {
                if ((i < parts.LabelDependent || i >= parts.Tag) && h[i] <= 0)
                    d[i] = 0;
            }
        }
        headDropout.ApplyTo(heads.Gradient, 0, parts.LabelDependent);
        headDropout.ApplyTo(heads.Gradient, parts.Tag, shape.Tag);
        heads.Back(top, dTop);
    }

    void LearnArcs(NeuralExamples examples, Batch batch, int s, int headAt, Gradient arcRoot)
    {
        var (begin, n) = batch.Sentences[s];
        if (scores.Length < n + 1)
            scores = new float[(n + 1) * 2];
        var gradient = stackalloc float[n + 1];
        fixed (float* score = scores)
        {
            for (var i = 0; i < n; i++)
            {
                var row = batch.Row(s, i);
                ScoreArcs(batch, s, i, n, headAt, score);
                Losses.Arcs += Softmax(score, gradient, n + 1, examples.Heads![begin + i]);
                float* from = arc.Out.Row(row), d = arc.Gradient.Row(row);
                for (var j = 0; j <= n; j++)
                {
                    if (gradient[j] is > -1e-6f and < 1e-6f)
                        continue;
                    var other = j == n ? -1 : batch.Row(s, j);
                    Add(j == n ? weights.ArcRoot.Value.P : heads.Out.Row(other) + headAt, d, shape.Arc, gradient[j]);
                    Add(from, j == n ? arcRoot.Sum.P : heads.Gradient.Row(other) + headAt, shape.Arc, gradient[j]);
                }
            }
        }
    }

    void ScoreArcs(Batch batch, int s, int i, int n, int headAt, float* score)
    {
        var own = arc.Out.Row(batch.Row(s, i));
        for (var j = 0; j < n; j++)
            score[j] = j == i ? float.NegativeInfinity : Dot(own, heads.Out.Row(batch.Row(s, j)) + headAt, shape.Arc);
        score[n] = Dot(own, weights.ArcRoot.Value.P, shape.Arc);
    }

    void LearnLabels(NeuralExamples examples, Batch batch, (int ArcHead, int LabelDependent, int LabelHead, int Tag) parts)
    {
        RunLabels(batch, parts, row =>
        {
            var (begin, n) = batch.Sentences[batch.SentenceOf[row]];
            var head = examples.Heads![batch.Tokens[row]];
            return head == n ? -1 : batch.Row(batch.SentenceOf[row], head);
        }, learns: true);
        for (var row = 0; row < batch.Rows; row++)
            Losses.Labels += Softmax(label.Out.Row(row), label.Gradient.Row(row), shape.Deprels, examples.Deprels![batch.Tokens[row]]);
        label.Back(labelIn, dLabelIn.Cleared(batch.Rows));
        labelDropout.Apply(dLabelIn);
        var root = gradients[weights.LabelRoot];
        root.Touch(0);
        for (var row = 0; row < batch.Rows; row++)
        {
            float* value = labelIn.Row(row), d = dLabelIn.Row(row);
            for (var i = 0; i < shape.Label; i++)
            {
                if (value[i] <= 0)
                    d[i] = 0;
            }
            Add(d, heads.Gradient.Row(row) + parts.LabelDependent, shape.Label, 1);
            var (_, n) = batch.Sentences[batch.SentenceOf[row]];
            var head = examples.Heads![batch.Tokens[row]];
            Add(d, head == n ? root.Sum.P : heads.Gradient.Row(batch.Row(batch.SentenceOf[row], head)) + parts.LabelHead, shape.Label, 1);
        }
    }

    void RunLabels(Batch batch, (int ArcHead, int LabelDependent, int LabelHead, int Tag) parts, Func<int, int> headOf, bool learns)
    {
        labelIn.Sized(batch.Rows);
        for (var row = 0; row < batch.Rows; row++)
        {
            var head = headOf(row);
            float* a = heads.Out.Row(row) + parts.LabelDependent, to = labelIn.Row(row);
            var b = head < 0 ? weights.LabelRoot.Value.P : heads.Out.Row(head) + parts.LabelHead;
            for (var i = 0; i < shape.Label; i++)
                to[i] = Math.Max(0, a[i] + b[i]);
        }
        if (learns)
        {
            labelDropout.Draw(batch.Rows, HeadDropout, ref random);
            labelDropout.Apply(labelIn);
        }
        label.Run(labelIn);
    }

    void LearnNames(NeuralExamples examples, Batch batch)
    {
        var (hiddenHabits, labelHabits) = (gradients[weights.NameHabits], gradients[weights.LabelHabits]);
        hiddenHabits.Touch(examples.Corpus);
        labelHabits.Touch(examples.Corpus);
        nameHidden.Run(top, weights.NameHabits.Value.Row(examples.Corpus));
        nameDropout.Draw(batch.Rows, HeadDropout, ref random);
        nameDropout.Apply(nameHidden.Out);
        name.Run(nameHidden.Out, weights.LabelHabits.Value.Row(examples.Corpus));
        for (var s = 0; s < batch.Sentences.Length; s++)
            Losses.Names += nameLoss.Learn(examples, batch, s, name.Out, name.Gradient);
        Losses.NameWords += batch.Rows;
        name.Back(nameHidden.Out, nameHidden.Gradient, labelHabits.Sum.Row(examples.Corpus));
        nameDropout.Apply(nameHidden.Gradient);
        nameHidden.Back(top, dTop, hiddenHabits.Sum.Row(examples.Corpus));
    }

    /// <summary>Counts of right heads, heads with relation, universal tags and joint tags; greedy, for progress only.</summary>
    public (int Words, int Heads, int Labelled, int Tags) Measure(NeuralExamples examples, Batch batch)
    {
        Encode(examples, batch, learns: false);
        RunHeads(learns: false);
        var parts = Parts;
        var heads = new int[batch.Rows];
        var right = (Words: batch.Rows, Heads: 0, Labelled: 0, Tags: 0);
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var n = batch.Sentences[s].Length;
            if (scores.Length < n + 1)
                scores = new float[(n + 1) * 2];
            fixed (float* score = scores)
            {
                for (var i = 0; i < n; i++)
                {
                    ScoreArcs(batch, s, i, n, parts.ArcHead, score);
                    var best = Best(score, n + 1);
                    heads[batch.Row(s, i)] = best == n ? -1 : best;
                }
            }
        }
        RunLabels(batch, parts, row => heads[row] < 0 ? -1 : batch.Row(batch.SentenceOf[row], heads[row]), learns: false);
        for (var row = 0; row < batch.Rows; row++)
        {
            var token = batch.Tokens[row];
            var gold = examples.Heads![token];
            var attached = (heads[row] < 0 ? batch.Sentences[batch.SentenceOf[row]].Length : heads[row]) == gold;
            right.Heads += attached ? 1 : 0;
            right.Labelled += attached && Best(label.Out.Row(row), shape.Deprels) == examples.Deprels![token] ? 1 : 0;
            right.Tags += Best(tag.Out.Row(row), shape.Tags) == examples.Tags![token] ? 1 : 0;
        }
        return right;
    }

    static int Best(float* score, int n)
    {
        var best = 0;
        for (var i = 1; i < n; i++)
        {
            if (score[i] > score[best])
                best = i;
        }
        return best;
    }

    /// <summary>Cross entropy; the gradient of the scores.</summary>
    static double Softmax(float* score, float* gradient, int n, int gold)
    {
        var highest = score[Best(score, n)];
        var sum = 0f;
        for (var i = 0; i < n; i++)
            sum += gradient[i] = MathF.Exp(score[i] - highest);
        for (var i = 0; i < n; i++)
            gradient[i] /= sum;
        var loss = -Math.Log(Math.Max(gradient[gold], 1e-12f));
        gradient[gold] -= 1;
        return loss;
    }

    static float Dot(float* a, float* b, int n)
    {
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < n; i += 16)
            sum += Vector512.Load(a + i) * Vector512.Load(b + i);
        return Vector512.Sum(sum);
    }

    static void Add(float* from, float* to, int n, float by)
    {
        var scale = Vector512.Create(by);
        for (var i = 0; i < n; i += 16)
        {
            (Vector512.Load(to + i) + (Vector512.Load(from + i) * scale))
                .Store(to + i);
        }
    }

    float Chance() => (Dropout.Next(ref random) >> 40) * (1f / (1 << 24));
}
