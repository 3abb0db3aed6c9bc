using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <content>Cues in the tree: verbs, nouns, adjectives, adverbs, "according to".</content>
public sealed partial class VoiceFinder
{
    /// <summary>Most words of a speaker before a cue at the end of a sentence.</summary>
    const int SourceWords = 14;

    /// <summary>How far a verb's preposition may stand from it.</summary>
    const int Apart = 5;

    void ReadCue(Document document, int token)
    {
        switch (document.Upos[token])
        {
            case Upos.Verb when document.Deprels[token] != Deprel.Amod && FindVerb(document, token) is { } verb:
                ReadVerb(document, token, verb);
                break;
            // "The ministry thanks Germany", taken for the noun.
            case Upos.Noun when document.Form(token).Equals("thanks", StringComparison.OrdinalIgnoreCase)
                && tree.Child(document, token, Deprel.Nsubj) >= 0 && lexicon.Find("thank", CueClass.Verb) is { } thanks:
                ReadVerb(document, token, thanks);
                break;
            case Upos.Noun when lexicon.Find(document.Lemma(token), CueClass.Noun) is { } noun:
                ReadNoun(document, token, noun);
                break;
            case Upos.Adj when lexicon.Find(document.Lemma(token), CueClass.Adjective) is { } adjective:
                ReadAdjective(document, token, adjective);
                break;
            case Upos.Adj or Upos.Verb when document.Deprels[token] == Deprel.Amod
                && lexicon.Find(document.Form(token).ToString(), CueClass.Modifier) is { } modifier:
                ReadModifier(document, token, modifier);
                break;
            case Upos.Adv when lexicon.Find(document.Lemma(token), CueClass.Adverb) is { } adverb:
                ReadAdverb(document, token, adverb);
                break;
        }
        if (document.Form(token).Equals("according", StringComparison.OrdinalIgnoreCase))
            ReadAccording(document, token);
        else if (document.Upos[token] is Upos.Noun or Upos.Propn && document.Deprels[token] == Deprel.Obl)
            ReadOpinion(document, token);
        else if (document.Form(token).Equals("which", StringComparison.OrdinalIgnoreCase) && document.Deprels[token] == Deprel.Obl)
            ReadDocument(document, Clause.Of(document, tree, token) is var clause && document.Deprels[clause] == Deprel.AclRelcl ? tree.Head(clause) : -1, token, clause);
    }

    /// <summary>"An alleged attack": somebody says so who is not named.</summary>
    void ReadModifier(Document document, int token, Cue cue)
    {
        var noun = tree.Head(token);
        if (noun < 0)
            return;
        var draft = new VoiceDraft(cue.Kind, token) { Cue = new TokenRange(token, token + 1) };
        AddSubtree(document, draft, noun, without: token, from: token);
        if (draft.Content.Count > 0)
            drafts.Add(draft);
    }

    /// <summary>"Under the accord, troops must leave", "a law by which …": what a paper says.</summary>
    void ReadDocument(Document document, int paper, int aside, int clause)
    {
        if (paper < 0 || clause < 0 || lexicon.Find(document.Lemma(paper), CueClass.Document) is null
            || (Clause.Child(document, tree, aside, Deprel.Case, "under") is var preposition && preposition < 0))
            return;
        var draft = new VoiceDraft(AttributionKind.Writing, preposition) { Cue = new TokenRange(preposition, preposition + 1) };
        AddSubtree(document, draft, clause, without: aside);
        SetSource(document, draft, paper);
        if (draft.Source is { } source && source.End > clause)
            draft.Source = Trim(document, new TokenRange(source.First, Math.Min(source.End, tree.Span(clause).First)));
        if (draft.Content.Count > 0 && draft.Source is { Length: > 0 })
            drafts.Add(draft);
    }

    Cue? FindVerb(Document document, int token)
    {
        var lemma = document.Lemma(token);
        var particle = tree.Child(document, token, Deprel.CompoundPrt);
        if (particle > token && lexicon.Find($"{lemma} {document.Lemma(particle)}", CueClass.Verb) is { } phrasal)
            return phrasal;
        if (token + 1 < tree.Count && document.Upos[token + 1] == Upos.Adp
            && document.SentenceOf(token + 1) == document.SentenceOf(token)
            && lexicon.Find($"{lemma} {document.Lemma(token + 1)}", CueClass.Verb) is { } prepositional)
            return prepositional;
        return lexicon.TakesPreposition(lemma) && FindApart(document, token, lemma) is { } apart
            ? apart : lexicon.Find(lemma, CueClass.Verb);
    }

    /// <summary>"Called once more on Ankara to withdraw": the preposition stands apart.</summary>
    Cue? FindApart(Document document, int token, string lemma)
    {
        for (var at = token + 1; at < Math.Min(tree.Count, token + Apart); at++)
        {
            if (document.Upos[at] == Upos.Adp)
                return lexicon.Find($"{lemma} {document.Lemma(at)}", CueClass.Verb);
            if (document.Upos[at] is not (Upos.Adv or Upos.Adj or Upos.Num))
                return null;
        }
        return null;
    }

    void ReadVerb(Document document, int token, Cue cue)
    {
        var passive = Clause.IsPassive(document, tree, token);
        var draft = new VoiceDraft(cue.Kind, token)
        {
            Intends = cue.Has(CueMarks.Intent),
            MayQuote = cue.Has(CueMarks.Quote),
        };
        AddVerbContent(document, token, cue, passive, draft);
        var subject = Clause.Subject(document, tree, token);
        if (subject >= 0 && quotations.At(subject) is var quoted and >= 0 && quotations.At(token) != quoted && quotations.Found[quoted].Speaks)
            subject = SpeakerBehind(document, token);
        if (draft.Source is not null)
        {
            // Found beside the tree.
        }
        else if (!passive)
        {
            SetSource(document, draft, subject);
            if (subject < 0 && draft.Content.Count > 0 && !cue.Has(CueMarks.Quote))
                draft.Content.Clear();
        }
        else
        {
            SetSource(document, draft, tree.Child(document, token, Deprel.OblAgent));
            var infinitive = tree.Child(document, token, Deprel.Xcomp);
            if (subject >= 0 && infinitive >= 0 && draft.Content.Count > 0 && tree.IsUnder(subject, token))
                AddSubtree(document, draft, subject);
        }
        if (!passive && cue.Has(CueMarks.Quote))
        {
            if (draft.Source is { } said && said.End <= token && HoldsClause(document, said))
            {
                draft.Source = null;
                draft.Content.Clear();
                AddSentenceBefore(document, token, draft);
                if (draft.Source is null)
                    draft.Content.Clear();
            }
            WidenSpeaker(document, token, draft);
        }
        if (cue.Has(CueMarks.Weak) && draft.Source is null)
            draft.Content.Clear();
        if (draft.Content.Count == 0 && !cue.Has(CueMarks.Quote))
            return;
        draft.Cue = CueRange(document, token, draft);
        drafts.Add(draft);
    }

    /// <summary>"“We'd have had a war,” recalls Tomas Eklid": a subject or object behind the cue that is not quoted itself.</summary>
    int SpeakerBehind(Document document, int token)
    {
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (child > token && document.Deprels[child] is Deprel.Nsubj or Deprel.Obj && quotations.At(child) < 0)
                return child;
        }
        return -1;
    }

    void AddVerbContent(Document document, int token, Cue cue, bool passive, VoiceDraft draft)
    {
        var deprels = document.Deprels;
        var quotes = cue.Has(CueMarks.Quote);
        var opening = document.Sentence(document.SentenceOf(token)).First;
        if (quotes && !passive && deprels[token] is Deprel.Parataxis or Deprel.Root && token - 1 > opening + 2
            && document.Form(token - 1).SequenceEqual(",") && AddInverted(document, opening, token, draft))
            return;
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            var takes = deprels[child] switch
            {
                Deprel.Ccomp => cue.Has(CueMarks.That) || quotes || IsGerund(document, child, cue),
                Deprel.Csubj or Deprel.CsubjPass => passive && cue.Has(CueMarks.That),
                Deprel.Ccomp or Deprel.Xcomp when cue.Kind == AttributionKind.Perception && cue.Has(CueMarks.Ing) => document.Upos[child] == Upos.Verb,
                Deprel.Xcomp => document.Xpos(child) == "VBG" || IsGerund(document, child, cue) ? cue.Has(CueMarks.Ing) : cue.Has(CueMarks.To),
                Deprel.Advcl when cue.Has(CueMarks.That) && child > token && Clause.Child(document, tree, child, Deprel.Mark, "whether") >= 0 => true,
                Deprel.Advcl when cue.Has(CueMarks.That) && child > token && Clause.Child(document, tree, child, Deprel.Mark, "that") >= 0 => true,
                Deprel.Advcl => (IsGerund(document, child, cue) && tree.Child(document, child, Deprel.Mark) >= 0)
                    || (child > token && IsWanted(document, child, cue)),
                Deprel.Obl => (cue.Has(CueMarks.Of) && IsAbout(document, child)) || (cue.Has(CueMarks.Object) && IsOwnPhrase(document, child, cue)),
                Deprel.Obj => !passive && cue.Has(CueMarks.Object) && document.Upos[child] != Upos.Pron,
                Deprel.Parataxis => quotes && child > token && draft.Content.Count == 0
                    && quotations.At(child) >= 0 && quotations.At(token) != quotations.At(child),
                _ => false,
            };
            if (takes)
                AddSubtree(document, draft, child);
        }
        if (!passive && cue.Has(CueMarks.Naming))
            AddNaming(document, token, draft);
        if (draft.Content.Count > 0)
            AddLooseParts(document, token, cue, draft);
        if (draft.Content.Count == 0 || (cue.Has(CueMarks.Act) && (!cue.Has(CueMarks.That) || cue.Has(CueMarks.Quote))))
            AddContentOfObject(document, token, cue, draft);
        if (draft.Content.Count == 0 && !passive && cue.Has(CueMarks.That) && ClauseBehind(document, token) is var behind and >= 0)
            AddSubtree(document, draft, behind);
        if (draft.Content.Count > 0)
        {
            if (cue.Has(CueMarks.Act) && cue.Has(CueMarks.Ing) && !cue.Has(CueMarks.That)
                && tree.Child(document, token, Deprel.Obj) is var accused and >= 0)
                AddSubtree(document, draft, accused);
            return;
        }
        var head = tree.Head(token);
        var aside = deprels[token] == Deprel.Parataxis
            || (deprels[token] == Deprel.Advcl && Clause.Child(document, tree, token, Deprel.Mark, "as") >= 0);
        if (aside && head >= 0 && cue.Has(CueMarks.That) && document.Upos[head] is not Upos.Adv
            && (document.Upos[head] != Upos.Adj || tree.Child(document, head, Deprel.Cop) >= 0)
            && (tree.Child(document, token, Deprel.Nsubj) >= 0 || passive))
            AddSubtree(document, draft, head, without: token);
        if (draft.Content.Count == 0 && quotes && !passive)
            AddSentenceBefore(document, token, draft);
        if (draft.Content.Count == 0 && quotes && !passive)
            AddAroundAside(document, token, draft);
    }

    /// <summary>"The service, the daily writes, deems it unlikely": an aside between two commas covers the rest of its sentence.</summary>
    void AddAroundAside(Document document, int token, VoiceDraft draft)
    {
        if (document.Xpos(token) is not ("VBD" or "VBZ" or "VBP") && (document.Xpos(token) != "VB" || document.Deprels[token] != Deprel.Parataxis))
            return;
        var (first, end) = document.Sentence(document.SentenceOf(token));
        var before = token - 1;
        var noun = -1;
        while (before > first && !document.Form(before).SequenceEqual(","))
        {
            if (document.Upos[before] is Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Cconj || token - before > SourceWords
                || document.Xpos(before) is "WP" or "WDT" or "WRB")
                return;
            if (noun < 0 && document.Upos[before] is Upos.Noun or Upos.Propn or Upos.Pron)
                noun = before;
            before--;
        }
        var after = token + 1;
        while (after < end && !document.Form(after).SequenceEqual(","))
        {
            if (document.Upos[after] is Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Cconj || after - token > SourceWords)
                return;
            if (noun < 0 && document.Upos[after] is Upos.Noun or Upos.Propn or Upos.Pron)
                noun = after;
            after++;
        }
        if (noun < 0)
            noun = tree.Child(document, token, Deprel.Nsubj);
        if (noun <= before || noun >= after || before <= first || after >= end - 1 || quotations.At(token) != quotations.At(first))
            return;
        var start = Trim(document, new TokenRange(first, before));
        var rest = Trim(document, new TokenRange(after + 1, end));
        if (start.Length == 0 || rest.Length == 0)
            return;
        draft.Content.Add(start);
        draft.Content.Add(rest);
        draft.SourceHead = noun;
        draft.Source = Trim(document, noun < token ? new TokenRange(before + 1, token) : new TokenRange(token + 1, after));
    }

    /// <summary>
    /// "Jets struck a depot, state TV claimed, …": a speaker and a cue behind the last comma, whatever the tree makes of
    /// them.
    /// </summary>
    void AddSentenceBefore(Document document, int token, VoiceDraft draft)
    {
        if (document.Xpos(token) is not ("VBD" or "VBZ" or "VBP" or "VBN"))
            return;
        var (first, end) = document.Sentence(document.SentenceOf(token));
        if (token - 1 > first + 2 && document.Form(token - 1).SequenceEqual(",") && AddInverted(document, first, token, draft))
            return;
        var after = token + 1;
        if (after < end && document.Upos[after] is not Upos.Punct and not Upos.Adp and not Upos.Propn and not Upos.Noun and not Upos.Adv)
            return;
        for (; after < end; after++)
        {
            if (document.Form(after) is "," or "." or "”" or "\"")
                break;
            if (document.Upos[after] is Upos.Verb or Upos.Aux or Upos.Sconj)
                return;
        }
        var comma = token - 1;
        var noun = -1;
        while (comma > first && !document.Form(comma).SequenceEqual(","))
        {
            // "Sources in neighbouring Pakistan said".
            var isModifier = document.Xpos(comma) == "VBG" || (document.Upos[comma] == Upos.Sconj && document.Xpos(comma + 1) == "VBG");
            if ((document.Upos[comma] is Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Cconj && !isModifier) || token - comma > SourceWords)
                return;
            if (document.Upos[comma] is Upos.Adp && document.Upos[comma + 1] is not Upos.Punct)
                noun = -1;
            if (noun < 0 && document.Upos[comma] is Upos.Noun or Upos.Propn or Upos.Pron)
                noun = comma;
            comma--;
        }
        // Not within an aside between two commas, and behind a whole clause.
        if (noun < 0 || comma - first < 3 || quotations.At(token) != quotations.At(first) || document.Xpos(noun) is "WP" or "WDT")
            return;
        var content = Trim(document, new TokenRange(first, comma));
        if (!IsFiniteBetween(document, first, comma) || content.Length == 0)
            return;
        draft.Content.Add(content);
        while (tree.Head(noun) is var up && up > comma && up < token)
            noun = up;
        draft.SourceHead = noun;
        draft.Source = Trim(document, new TokenRange(comma + 1, token));
    }

    /// <summary>"Called the charges unfounded": what is named, and how.</summary>
    void AddNaming(Document document, int token, VoiceDraft draft)
    {
        var named = tree.Child(document, token, Deprel.Obj);
        var name = tree.Child(document, token, Deprel.Xcomp);
        if (named < 0 || name < named || document.Xpos(name) is "VB" or "VBN")
            return;
        AddSubtree(document, draft, named);
        AddSubtree(document, draft, name);
    }

    /// <summary>
    /// Parts of what is said that the tree hangs on the cue itself: the subject of a clause without "that", the second of
    /// two infinitives, "for" after praise or blame.
    /// </summary>
    void AddLooseParts(Document document, int token, Cue cue, VoiceDraft draft)
    {
        var first = draft.Content[0].First;
        var isAside = draft.Content[^1].End <= token;
        var reports = cue.Has(CueMarks.That) && cue.Has(CueMarks.Quote) && !cue.Has(CueMarks.Object) && !cue.Has(CueMarks.Act);
        var blames = cue.Has(CueMarks.Act) && cue.Has(CueMarks.Ing) && cue.Has(CueMarks.Object);
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (child < token || draft.Covers(child))
                continue;
            var takes = document.Deprels[child] switch
            {
                Deprel.Obj => reports && child < first && document.Xpos(first) is not ("IN" or "TO"),
                Deprel.Conj => (cue.Has(CueMarks.That) && Clause.Child(document, tree, child, Deprel.Mark, "that") >= 0)
                    || (document.Xpos(child) == "VB" && document.Xpos(token) is "VBZ" or "VBD" or "VBP"
                    && tree.Child(document, child, Deprel.Nsubj) < 0 && tree.Child(document, child, Deprel.Aux) < 0),
                Deprel.Advcl when isAside => document.Form(tree.Span(child).First - 1).SequenceEqual(",") && IsMarked(document, child),
                Deprel.Obl or Deprel.Advcl => blames && (Clause.Child(document, tree, child, Deprel.Case, "for") >= 0
                    || Clause.Child(document, tree, child, Deprel.Mark, "for") >= 0 || Clause.Child(document, tree, child, Deprel.Case, "as") >= 0)
                    || (document.Deprels[child] == Deprel.Advcl && cue.Has(CueMarks.Object) && Clause.Child(document, tree, child, Deprel.Mark, "as") >= 0
                        && document.Xpos(child) == "VBG"),
                _ => false,
            };
            if (takes)
                AddSubtree(document, draft, child);
        }
    }

    /// <summary>
    /// "Accused Khartoum on Thursday of arming", "ordered them to leave": what is said may hang on the noun before it.
    /// </summary>
    void AddContentOfObject(Document document, int token, Cue cue, VoiceDraft draft)
    {
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (child < token || document.Deprels[child] is not (Deprel.Obj or Deprel.Iobj or Deprel.Obl or Deprel.OblUnmarked))
                continue;
            for (var clause = tree.FirstChild(child); clause >= 0; clause = tree.NextSibling(clause))
            {
                if (cue.Has(CueMarks.That) && clause > child && Clause.Child(document, tree, clause, Deprel.Mark, "whether") >= 0)
                {
                    AddSubtree(document, draft, clause);
                    continue;
                }
                var takes = document.Deprels[clause] switch
                {
                    Deprel.Acl => (IsGerund(document, clause, cue) && (IsMarked(document, clause) || cue.Kind == AttributionKind.Perception)) || IsWanted(document, clause, cue)
                        || (cue.Has(CueMarks.That) && draft.Content.Count == 0 && Clause.Child(document, tree, clause, Deprel.Mark, "that") >= 0),
                    Deprel.AclRelcl => cue.Has(CueMarks.That) && (draft.Content.Count == 0 || clause < draft.Content[0].First) && (IsMarked(document, clause)
                        || document.Upos[child] == Upos.Pron || IsWholeClause(document, clause)),
                    Deprel.Nmod => draft.Content.Count == 0 && cue.Has(CueMarks.Of) && document.Deprels[child] == Deprel.Obj && IsAbout(document, clause),
                    _ => false,
                };
                if (takes && clause > child)
                    AddSubtree(document, draft, clause);
            }
        }
    }

    /// <summary>Whether a speaker would hold a whole clause and a comma behind it: no speaker then.</summary>
    static bool HoldsClause(Document document, TokenRange range)
    {
        for (var token = range.End - 1; token > range.First; token--)
        {
            if (document.Form(token).SequenceEqual(","))
                return document.Upos[range.First] is Upos.Aux or Upos.Verb || (IsFiniteBetween(document, range.First, token)
                    && !HoldsRelative(document, range.First, token));
        }
        return false;
    }

    static bool HoldsRelative(Document document, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (document.Xpos(token) is "WDT" or "WP" or "WRB" or "WP$" || document.Xpos(token) == "VBN")
                return true;
        }
        return false;
    }

    /// <summary>
    /// "Bulldozers demolished homes, Palestinian officials and witnesses said": between the last comma and the cue there is only
    /// who speaks, even if the tree counts some of it to what is said.
    /// </summary>
    void WidenSpeaker(Document document, int token, VoiceDraft draft)
    {
        if (draft.Source is not { } source || source.End > token || draft.Content.Count == 0 || draft.Content[0].First > source.First)
            return;
        var first = document.Sentence(document.SentenceOf(token)).First;
        var comma = source.First - 1;
        while (comma > first && !document.Form(comma).SequenceEqual(","))
        {
            if ((document.Upos[comma] is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Num or Upos.Cconj or Upos.Adp or Upos.Part)
                && document.Deprels[comma] != Deprel.Amod)
                || token - comma > SourceWords)
                return;
            comma--;
        }
        if (comma <= first || comma == source.First - 1)
            return;
        draft.Source = new TokenRange(comma + 1, source.End);
        for (var i = 0; i < draft.Content.Count; i++)
        {
            var (from, end) = draft.Content[i];
            if (from < comma && end > comma && end <= token)
                draft.Content[i] = Trim(document, new TokenRange(from, comma));
        }
    }

    /// <summary>
    /// "Feared the committee would conclude", the clause hung elsewhere: a whole clause that begins right behind the cue; −1 for
    /// none.
    /// </summary>
    int ClauseBehind(Document document, int token)
    {
        var first = token + 1;
        if (first >= document.Sentence(document.SentenceOf(token)).End || document.Upos[first] is Upos.Punct or Upos.Sconj or Upos.Cconj or Upos.Verb)
            return -1;
        var at = first;
        while (tree.Head(at) is var head and >= 0 && tree.Span(head).First == first && head > token)
            at = head;
        return at > first && document.Upos[at] is Upos.Verb or Upos.Adj && tree.Head(at) != token
            && (tree.Child(document, at, Deprel.Nsubj) >= 0 || tree.Child(document, at, Deprel.NsubjPass) >= 0)
            && IsFiniteBetween(document, first, at + 1) ? at : -1;
    }

    /// <summary>"A trade war could cost a decade, warns the bank": the speaker behind the cue.</summary>
    bool AddInverted(Document document, int first, int token, VoiceDraft draft)
    {
        var speaker = tree.Child(document, token, Deprel.Nsubj);
        if (speaker < 0)
            speaker = tree.Child(document, token, Deprel.Obj);
        if (speaker < token || !IsFiniteBetween(document, first, token) || document.Upos[speaker] is not (Upos.Noun or Upos.Propn or Upos.Pron))
            return false;
        var content = Trim(document, new TokenRange(first, token - 1));
        if (content.Length == 0)
            return false;
        draft.Content.Add(content);
        SetSource(document, draft, speaker);
        return true;
    }

    static bool IsFiniteBetween(Document document, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (document.Xpos(at) is "VBD" or "VBZ" or "VBP" or "MD" or "VBN")
                return true;
        }
        return false;
    }

    /// <summary>An infinitive after a word that asks, promises or wants is what is asked, promised or wanted.</summary>
    bool IsWanted(Document document, int clause, Cue cue) =>
        cue.Has(CueMarks.To) && (cue.Has(CueMarks.Act) || cue.Has(CueMarks.Intent)) && document.Xpos(clause) == "VB"
            && Clause.Child(document, tree, clause, Deprel.Mark, "to") >= 0;

    bool IsGerund(Document document, int child, Cue cue) =>
        cue.Has(CueMarks.Ing) && (document.Xpos(child) == "VBG" || (document.Xpos(child) == "VBN"
            && tree.Child(document, child, Deprel.Aux) is var aux and >= 0 && document.Xpos(aux) == "VBG"));

    /// <summary>"Calls for an end to the blockade": the phrase with the cue's own "for".</summary>
    bool IsOwnPhrase(Document document, int noun, Cue cue) => cue.Lemma.EndsWith(" for", StringComparison.Ordinal)
        && Clause.Child(document, tree, noun, Deprel.Case, "for") >= 0;

    bool IsAbout(Document document, int noun)
    {
        var preposition = tree.Child(document, noun, Deprel.Case);
        return preposition >= 0 && document.Lemma(preposition) is "of" or "about" or "against";
    }

    void ReadNoun(Document document, int token, Cue cue)
    {
        var draft = new VoiceDraft(cue.Kind, token) { Intends = cue.Has(CueMarks.Intent) };
        var deprels = document.Deprels;
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            var takes = deprels[child] switch
            {
                Deprel.Acl when Clause.Child(document, tree, child, Deprel.Mark, "that") >= 0 => cue.Has(CueMarks.That),
                Deprel.Acl when document.Xpos(child) == "VB" => cue.Has(CueMarks.To),
                Deprel.Acl when document.Xpos(child) == "VBG" => cue.Has(CueMarks.Of) && IsMarked(document, child),
                Deprel.Ccomp => cue.Has(CueMarks.That),
                Deprel.AclRelcl => cue.Has(CueMarks.That) && IsWholeClause(document, child),
                Deprel.Nmod => cue.Has(CueMarks.Of) && (Clause.Child(document, tree, child, Deprel.Case, "of") >= 0
                    || (cue.Has(CueMarks.Act) && Clause.Child(document, tree, child, Deprel.Case, "for") >= 0)),
                _ => false,
            };
            if (takes)
                AddSubtree(document, draft, child);
        }
        if (draft.Content.Count == 0 && cue.Has(CueMarks.That) && deprels[token] is Deprel.Nsubj or Deprel.NsubjPass
            && tree.Head(token) is var spreads and >= 0 && document.Lemma(spreads) is "circulate" or "spread" or "grow" or "mount" or "emerge"
                or "persist" or "exist" or "surface" or "abound" or "swirl" or "remain" or "arise"
            && tree.Child(document, spreads, Deprel.Ccomp) is var clause and >= 0)
            AddSubtree(document, draft, clause);
        if (draft.Content.Count == 0 && cue.Has(CueMarks.To) && InfinitiveAfter(document, token) is var infinitive and >= 0)
            AddSubtree(document, draft, infinitive);
        if (draft.Content.Count == 0)
            return;
        draft.Cue = new TokenRange(token, token + 1);
        SetNounSource(document, token, draft);
        drafts.Add(draft);
    }

    /// <summary>"A charge that officers had hacked the computers", read as a relative clause though nothing is missing in it.</summary>
    bool IsWholeClause(Document document, int clause)
    {
        int that = -1, subject = -1, objects = 0;
        for (var child = tree.FirstChild(clause); child >= 0; child = tree.NextSibling(child))
        {
            if (that < 0 && document.Form(child).Equals("that", StringComparison.OrdinalIgnoreCase))
                that = child;
            else if (document.Deprels[child] is Deprel.Nsubj or Deprel.NsubjPass)
                subject = child;
            else if (document.Deprels[child] == Deprel.Obj)
                objects++;
        }
        return that >= 0 && subject > that && (objects > 0 || document.Deprels[that] is not Deprel.Obj);
    }

    /// <summary>"Ignored its order to head north": the infinitive behind the noun, though it hangs on the verb.</summary>
    int InfinitiveAfter(Document document, int noun)
    {
        var head = tree.Head(noun);
        if (head < 0 || document.Upos[head] != Upos.Verb)
            return -1;
        var end = tree.Span(noun).End;
        for (var child = tree.FirstChild(head); child >= 0; child = tree.NextSibling(child))
        {
            if (child > noun && document.Deprels[child] is Deprel.Advcl or Deprel.Xcomp && document.Xpos(child) == "VB"
                && tree.Span(child).First == end && document.Form(end).SequenceEqual("to"))
                return child;
        }
        return -1;
    }

    bool IsMarked(Document document, int clause) => tree.Child(document, clause, Deprel.Mark) >= 0;

    /// <summary>"Serbia's claim", "claims by Serbia", "Serbian claims", "Serbia voiced concern".</summary>
    void SetNounSource(Document document, int noun, VoiceDraft draft)
    {
        var deprels = document.Deprels;
        for (var child = tree.FirstChild(noun); child >= 0; child = tree.NextSibling(child))
        {
            var isSource = deprels[child] switch
            {
                Deprel.NmodPoss => true,
                Deprel.Nmod => Clause.Child(document, tree, child, Deprel.Case, "by") >= 0
                    || Clause.Child(document, tree, child, Deprel.Case, "from") >= 0
                    || (!draft.Covers(child) && document.Upos[child] == Upos.Propn && Clause.Child(document, tree, child, Deprel.Case, "of") >= 0),
                Deprel.Amod or Deprel.Compound => child < noun && char.IsUpper(document.Form(child)[0])
                    && child != document.Sentence(document.SentenceOf(child)).First,
                _ => false,
            };
            if (isSource)
            {
                SetSource(document, draft, child);
                return;
            }
        }
        var head = tree.Head(noun);
        if (head < 0 || deprels[noun] != Deprel.Obj || document.Upos[head] != Upos.Verb
            || document.Lemma(head) is not ("make" or "issue" or "express" or "voice" or "have" or "give" or "raise"
                or "release" or "share" or "repeat" or "hold" or "offer" or "publish" or "face" or "reiterate"))
            return;
        if (!Clause.IsPassive(document, tree, head))
            SetSource(document, draft, Clause.Subject(document, tree, head));
        if (draft.Source is not null && noun > head && noun - head <= 4)
            draft.Cue = CueRange(document, head, draft) is var range && range.End <= noun
                ? new TokenRange(range.First, noun + 1) : draft.Cue;
    }

    void ReadAdjective(Document document, int token, Cue cue)
    {
        var draft = new VoiceDraft(cue.Kind, token) { Intends = cue.Has(CueMarks.Intent) };
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            var takes = document.Deprels[child] switch
            {
                Deprel.Ccomp => cue.Has(CueMarks.That),
                Deprel.Xcomp or Deprel.Advcl => cue.Has(CueMarks.To) && document.Xpos(child) == "VB",
                Deprel.Obl => cue.Has(CueMarks.Of) && IsAbout(document, child),
                _ => false,
            };
            if (takes)
                AddSubtree(document, draft, child);
        }
        var subject = Clause.Subject(document, tree, token);
        if (draft.Content.Count == 0 || subject < 0 || document.Lemma(subject) is "it" or "that" or "this")
            return;
        SetSource(document, draft, subject);
        draft.Cue = CueRange(document, token, draft);
        drafts.Add(draft);
    }

    void ReadAdverb(Document document, int token, Cue cue)
    {
        var head = tree.Head(token);
        if (head < 0 || document.Deprels[token] != Deprel.Advmod || Clause.Of(document, tree, head) != head)
            return;
        var draft = new VoiceDraft(cue.Kind, token) { Cue = new TokenRange(token, token + 1) };
        AddSubtree(document, draft, Clause.Of(document, tree, head), without: token);
        if (draft.Content.Count > 0)
            drafts.Add(draft);
    }

    /// <summary>"According to X" as a preposition, or as a participle with its object.</summary>
    void ReadAccording(Document document, int token)
    {
        if (token + 1 >= tree.Count || !document.Form(token + 1).Equals("to", StringComparison.OrdinalIgnoreCase))
            return;
        var noun = document.Deprels[token] is Deprel.Case or Deprel.Mark ? tree.Head(token)
            : tree.Child(document, token, Deprel.Obl);
        if (noun < 0)
            return;
        var outer = tree.IsUnder(noun, token) ? token : noun;
        var host = tree.Head(outer);
        if (host < 0)
            return;
        var draft = new VoiceDraft(AttributionKind.Speech, token) { Cue = new TokenRange(token, token + 2) };
        var span = tree.Span(noun);
        draft.SourceHead = noun;
        draft.Source = Trim(document, new TokenRange(Math.Max(span.First, token + 2), span.End));
        AddSubtree(document, draft, ScopeOf(document, host, outer), without: outer);
        if (draft.Content.Count > 0 && draft.Source.Value.Length > 0)
            drafts.Add(draft);
    }

    /// <summary>
    /// What an aside such as "according to X" covers: the clause it hangs on, or, where a comma parts it off, the whole
    /// sentence.
    /// </summary>
    int ScopeOf(Document document, int host, int aside)
    {
        var clause = Clause.Of(document, tree, host);
        var span = tree.Span(aside);
        var (first, end) = document.Sentence(document.SentenceOf(aside));
        var isLast = span.End >= end - 1 && span.First > first && document.Form(span.First - 1).SequenceEqual(",");
        if (!isLast && span.First != first)
            return clause;
        while (tree.Head(clause) is var head && head >= 0 && quotations.At(head) == quotations.At(clause))
            clause = head;
        return clause;
    }

    /// <summary>"In the words of X", "in X's view".</summary>
    void ReadOpinion(Document document, int noun)
    {
        ReadDocument(document, noun, noun, Clause.Of(document, tree, noun));
        if (document.Lemma(noun) is not ("word" or "opinion" or "view" or "eye" or "judgment" or "judgement" or "account"
            or "estimate" or "reckoning" or "admission" or "telling" or "assessment" or "version"))
            return;
        var preposition = tree.Child(document, noun, Deprel.Case);
        if (preposition < 0 || document.Lemma(preposition) is not ("in" or "by" or "on"))
            return;
        var source = tree.Child(document, noun, Deprel.NmodPoss);
        if (source < 0)
        {
            source = tree.Child(document, noun, Deprel.Nmod);
            if (source < 0 || Clause.Child(document, tree, source, Deprel.Case, "of") < 0)
                return;
        }
        var host = tree.Head(noun);
        if (host < 0)
            return;
        var draft = new VoiceDraft(AttributionKind.Speech, noun)
        {
            Cue = source < noun
                ? new TokenRange(noun, noun + 1) : new TokenRange(Math.Min(preposition, noun), noun + 1),
        };
        SetSource(document, draft, source);
        AddSubtree(document, draft, Clause.Of(document, tree, host), without: noun);
        if (draft.Content.Count > 0)
            drafts.Add(draft);
    }

    /// <summary>
    /// The whole noun phrase, without a preposition or possessive mark at its edge and without the cue.
    /// </summary>
    void SetSource(Document document, VoiceDraft draft, int head)
    {
        if (head < 0)
            return;
        var (first, end) = tree.Span(head);
        while (first < head && document.Deprels[first] is Deprel.Case or Deprel.Mark or Deprel.Punct or Deprel.Cc)
            first++;
        while (end - 1 > head && (document.Deprels[end - 1] == Deprel.Punct || document.Xpos(end - 1) == "POS"))
            end--;
        if (draft.CueToken >= first && draft.CueToken < end)
            (first, end) = draft.CueToken > head ? (first, draft.CueToken) : (draft.CueToken + 1, end);
        foreach (var piece in draft.Content)
        {
            if (piece.First > head && piece.First < end)
                end = piece.First;
        }
        while (end - 1 > head && document.Upos[end - 1] is Upos.Punct or Upos.Aux or Upos.Sconj)
            end--;
        end = Math.Max(end, head + 1);
        // "Spokeswoman Ann Lee said", torn apart by the tree: up to the cue there is nothing but names and nouns.
        if (draft.CueToken >= end && draft.CueToken - end <= SourceWords)
        {
            var next = end;
            while (next < draft.CueToken && document.Upos[next] is Upos.Propn or Upos.Noun or Upos.Adj && tree.Head(next) != draft.CueToken)
                next++;
            if (next == draft.CueToken)
                end = next;
        }
        while (first > 0 && document.Upos[first] == Upos.Propn && document.Upos[first - 1] is Upos.Propn or Upos.Noun
            && document.SentenceOf(first - 1) == document.SentenceOf(first) && tree.Head(first - 1) is var title
            && title >= first && title < end)
            first--;
        draft.SourceHead = head;
        draft.Source = new TokenRange(first, end);
    }

    /// <summary>
    /// The cue with its auxiliaries, adverbs and particle, and a time or place between it and what is said.
    /// </summary>
    TokenRange CueRange(Document document, int token, VoiceDraft draft)
    {
        var deprels = document.Deprels;
        var first = token;
        while (first > 0 && tree.Head(first - 1) == token && deprels[first - 1] is Deprel.Aux or Deprel.AuxPass
            or Deprel.Cop or Deprel.Advmod && !draft.Covers(first - 1)
            && document.SentenceOf(first - 1) == document.SentenceOf(token))
            first--;
        var end = token + 1;
        while (end < tree.Count && tree.Head(end) == token && deprels[end] == Deprel.CompoundPrt)
            end++;
        return new TokenRange(first, end);
    }
}
