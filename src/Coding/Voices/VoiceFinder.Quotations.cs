using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <content>Direct speech: which voice each quotation belongs to, and "Name: what is said".</content>
public sealed partial class VoiceFinder
{
    const int Near = 25;
    const int ColonWords = 8;
    const int ColonSentences = 6;

    /// <summary>Owns the pull quotes; never among the voices.</summary>
    static readonly VoiceDraft Repeated = new(AttributionKind.Speech, -1);

    readonly List<VoiceDraft?> owners = [];
    readonly List<int> firstDraftOfSentence = [];

    void AttachQuotations(Document document)
    {
        var found = quotations.Found;
        owners.Clear();
        for (var i = 0; i < found.Count; i++)
            owners.Add(null);
        for (var i = 0; i < found.Count; i++)
        {
            if (quotations.IsRepetition(found[i].Range.First))
                owners[i] = Repeated;
        }
        IndexDrafts(document);
        foreach (var draft in drafts)
            ExtendOverQuotations(document, draft);
        for (var i = 0; i < found.Count; i++)
        {
            if (owners[i] is null && found[i].Speaks && NearestCue(document, found[i].Range) is { } draft)
                Own(document, draft, i);
        }
        for (var i = 0; i < found.Count; i++)
        {
            if (owners[i] is null && found[i].Speaks && VerbBeside(document, found[i].Range) is { } draft)
            {
                Own(document, draft, i);
                drafts.Add(draft);
            }
        }
        for (var i = 1; i < found.Count; i++)
        {
            if (owners[i] is null && found[i].Speaks && owners[i - 1] is { } before && before != Repeated
                && (found[i - 1].GoesOn
                || (found[i].Paragraph == found[i - 1].Paragraph && Begins(document, found[i]))))
                Own(document, before, i);
        }
        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (owners[i] is null && found[i].Speaks && owners[i + 1] is { } after && after != Repeated
                && found[i].Paragraph == found[i + 1].Paragraph && Begins(document, found[i]))
                Own(document, after, i);
        }
        for (var i = 0; i < found.Count; i++)
        {
            if (owners[i] is null && Begins(document, found[i]) && (found[i].Speaks || IsBeforeColon(document, found[i].Range)))
            {
                var unnamed = Titled(document, found[i].Range) ?? Signed(document, found[i].Range) ?? new VoiceDraft(AttributionKind.Speech, -1);
                Own(document, unnamed, i);
                drafts.Add(unnamed);
            }
        }
    }

    /// <summary>
    /// "“…,” shrugs miller Jovan Petkov", "“…,” she mused": whatever finite verb stands behind a quotation that ends in a comma
    /// or mark, with somebody as its subject.
    /// </summary>
    VoiceDraft? VerbBeside(Document document, TokenRange range)
    {
        var last = range.End - 2;
        if (range.End >= tree.Count || last < range.First || document.Form(last) is not ("," or "!" or "?" or "-" or "—" or "…")
            || document.SentenceOf(range.End) != document.SentenceOf(range.End - 1))
            return null;
        for (var verb = range.End; verb < Math.Min(tree.Count, range.End + ColonWords) && document.Upos[verb] != Upos.Punct; verb++)
        {
            if (document.Upos[verb] != Upos.Verb)
                continue;
            if (document.Xpos(verb) is not ("VBD" or "VBZ" or "VBP"))
                return null;
            var subject = SpeakerBehind(document, verb);
            if (subject < 0 || verb > range.End)
                subject = tree.Child(document, verb, Deprel.Nsubj);
            if (subject < range.End || document.Upos[subject] is not (Upos.Noun or Upos.Propn or Upos.Pron))
                return null;
            var draft = new VoiceDraft(AttributionKind.Speech, verb) { Cue = new TokenRange(verb, verb + 1) };
            SetSource(document, draft, subject);
            return draft;
        }
        return null;
    }

    bool IsBeforeColon(Document document, TokenRange range) => range.End < tree.Count && document.Form(range.End).SequenceEqual(":");

    /// <summary>"‘We were ordered to shoot’: ex-sergeant on the night of Vellin": a headline's speaker behind the colon.</summary>
    VoiceDraft? Titled(Document document, TokenRange range)
    {
        if (!IsBeforeColon(document, range))
            return null;
        var first = range.End + 1;
        var end = first;
        while (end < tree.Count && end - first < SourceWords && quotations.Paragraph(end) == quotations.Paragraph(range.End)
            && (document.Upos[end] is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det || document.Form(end).SequenceEqual("-")
                || (end > first && document.Form(end - 1).SequenceEqual("-")) || document.Form(end).SequenceEqual("ex")))
            end++;
        if (end == first || document.Upos[end - 1] is Upos.Adj or Upos.Det)
            return null;
        return new VoiceDraft(AttributionKind.Speech, range.End)
        {
            Cue = new TokenRange(range.End, range.End + 1),
            Source = new TokenRange(first, end),
            SourceHead = end - 1,
        };
    }

    /// <summary>"“We are afraid.” — Ana Anić, teacher": a dash and a name behind a quotation sign it.</summary>
    VoiceDraft? Signed(Document document, TokenRange range)
    {
        var dash = range.End;
        if (dash + 1 >= tree.Count || quotations.Paragraph(dash + 1) - quotations.Paragraph(range.End - 1) > 1
            || document.Form(dash) is not ("—" or "–" or "―" or "-" or "--" or "~"))
            return null;
        var end = dash + 1;
        var paragraph = quotations.Paragraph(end);
        while (end < tree.Count && end - dash <= SourceWords && quotations.Paragraph(end) == paragraph
            && document.Upos[end] is Upos.Propn or Upos.Noun or Upos.Adj or Upos.Adp or Upos.Det or Upos.Num or Upos.Punct or Upos.Cconj)
            end++;
        var name = Trim(document, new TokenRange(dash + 1, end));
        if (name.Length == 0 || document.Upos[name.First] != Upos.Propn || (end < tree.Count && quotations.Paragraph(end) == paragraph))
            return null;
        return new VoiceDraft(AttributionKind.Speech, dash)
        {
            Cue = new TokenRange(dash, dash + 1),
            Source = name,
            SourceHead = name.First,
        };
    }

    /// <summary>What is said reaches to the end of the quotation it begins in, but never over its own cue.</summary>
    void ExtendOverQuotations(Document document, VoiceDraft draft)
    {
        var pieces = draft.Content.Count;
        for (var i = 0; i < pieces; i++)
        {
            var (first, end) = draft.Content[i];
            for (var token = first; token < end; token++)
            {
                var quotation = quotations.At(token);
                if (quotation < 0)
                    continue;
                var (range, _, speaks, _) = quotations.Found[quotation];
                if (speaks && owners[quotation] is null && !range.Contains(draft.CueToken)
                    && !(draft.Source is { } source && range.Overlaps(source)))
                    Own(document, draft, quotation);
                token = range.End - 1;
            }
        }
    }

    void Own(Document document, VoiceDraft draft, int quotation)
    {
        owners[quotation] = draft;
        draft.Content.Add(quotations.Found[quotation].Range);
    }

    bool Begins(Document document, Quotation quotation)
    {
        var first = quotation.Range.First;
        return first == document.Sentence(document.SentenceOf(first)).First
            || (first > 0 && quotations.Paragraph(first - 1) != quotation.Paragraph);
    }

    /// <summary>
    /// The cue outside the quotation, in the sentence where it begins or ends, that stands nearest to it.
    /// </summary>
    VoiceDraft? NearestCue(Document document, TokenRange range)
    {
        var firstSentence = document.SentenceOf(range.First);
        if (range.First > 0 && document.Form(range.First - 1) is ":" or ",")
            firstSentence = document.SentenceOf(range.First - 1);
        var lastSentence = document.SentenceOf(range.End - 1);
        VoiceDraft? nearest = null;
        var distance = Near;
        var announced = -1;
        if (range.First > 0 && quotations.Paragraph(range.First - 1) != quotations.Paragraph(range.First)
            && document.Form(range.First - 1).SequenceEqual(":"))
        {
            announced = quotations.Paragraph(range.First - 1);
            Look(document.SentenceOf(range.First - 1));
        }
        Look(firstSentence);
        if (lastSentence != firstSentence)
            Look(lastSentence);
        return nearest;

        void Look(int sentence)
        {
            for (var i = firstDraftOfSentence[sentence]; i < firstDraftOfSentence[sentence + 1]; i++)
            {
                var draft = drafts[i];
                if (!draft.MayQuote || range.Contains(draft.CueToken)
                    || (quotations.Paragraph(draft.CueToken) is var paragraph && paragraph != quotations.Paragraph(range.First) && paragraph != announced))
                    continue;
                var apart = draft.CueToken < range.First
                    ? range.First - draft.CueToken : draft.CueToken - range.End + 1;
                if (draft.Source is null)
                    apart += Near / 2;
                if (apart < distance)
                    (nearest, distance) = (draft, apart);
            }
        }
    }

    /// <summary>Drafts stand in the order of their cues here, so those of one sentence are neighbours.</summary>
    void IndexDrafts(Document document)
    {
        firstDraftOfSentence.Clear();
        var next = 0;
        for (var sentence = 0; sentence <= document.SentenceCount; sentence++)
        {
            while (next < drafts.Count && document.SentenceOf(drafts[next].CueToken) < sentence)
                next++;
            firstDraftOfSentence.Add(next);
        }
    }

    /// <summary>"Vučić: We shall not sign." at the head of a paragraph: a name, a colon, and a clause.</summary>
    void ReadColons(Document document)
    {
        for (var token = 0; token < tree.Count; token++)
        {
            if (token > 0 && quotations.Paragraph(token) == quotations.Paragraph(token - 1))
                continue;
            var colon = document.Upos[token] == Upos.Punct && token + 1 < tree.Count && quotations.At(token) >= 0 ? token + 1 : token;
            var speaker = colon;
            var named = false;
            while (colon < tree.Count && colon - token <= ColonWords && document.Upos[colon] != Upos.Verb
                && !document.Form(colon).SequenceEqual(":"))
            {
                named |= document.Upos[colon] == Upos.Propn
                    || (document.Upos[colon] == Upos.Noun && lexicon.Find(document.Lemma(colon), CueClass.Speaker) is not null);
                colon++;
            }
            if (!named || HoldsVerb(document, speaker, colon) || colon + 1 >= tree.Count || !document.Form(colon).SequenceEqual(":")
                || document.Upos[token] == Upos.Num)
                continue;
            AddColon(document, speaker, colon);
        }
    }

    /// <summary>Whether a label before a colon names somebody: a name that was found, or a word for speakers.</summary>
    bool Speaks(Document document, TokenRange range)
    {
        foreach (var entity in document.Entities)
        {
            if (entity.First >= range.End)
                break;
            if (entity.End > range.First && entity.Type != EntityType.Misc)
                return true;
        }
        for (var token = range.First; token < range.End; token++)
        {
            if (lexicon.Find(document.Lemma(token).ToLowerInvariant(), CueClass.Speaker) is not null)
                return true;
        }
        // Capitals, as in transcripts: "PENCE: …".
        return range.Length == 1 && document.Upos[range.First] == Upos.Propn;
    }

    /// <summary>"Lithuania braces for winter: officials …" has a statement before the colon and no speaker.</summary>
    static bool HoldsVerb(Document document, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (document.Upos[token] is Upos.Verb or Upos.Adv || (document.Upos[token] == Upos.Adp && document.Lemma(token) is "for" or "at" or "over"))
                return true;
        }
        return false;
    }

    /// <summary>"Beijing: …", "Pristina, 1 April: …": a town or country alone, or with a date, speaks for nobody.</summary>
    static bool IsDateline(Document document, TokenRange range)
    {
        var covered = range.First;
        foreach (var entity in document.Entities)
        {
            if (entity.First >= range.End)
                break;
            if (entity.First == range.First && entity.Type == EntityType.Loc)
                covered = entity.End;
        }
        if (covered == range.First)
            return false;
        for (var token = covered; token < range.End; token++)
        {
            if (document.Upos[token] is not (Upos.Punct or Upos.Num) && !TimeWords.IsMonthOrDay(document.Form(token)))
                return false;
        }
        return true;
    }

    void AddColon(Document document, int first, int colon)
    {
        var paragraph = quotations.Paragraph(first);
        var end = colon + 1;
        var sentences = 0;
        var verbs = 0;
        while (end < tree.Count && quotations.Paragraph(end) == paragraph)
        {
            if (document.SentenceOf(end) != document.SentenceOf(end - 1) && ++sentences == ColonSentences)
                break;
            if (document.Upos[end] is Upos.Verb or Upos.Aux)
                verbs++;
            end++;
        }
        var quotation = colon + 1 < tree.Count ? quotations.At(colon + 1) : -1;
        if (quotation >= 0 && quotations.At(first) == quotation)
            end = Math.Min(end, quotations.Found[quotation].Range.End);
        if (verbs == 0 || (quotation >= 0 && owners[quotation] is { CueToken: >= 0 }))
            return;
        if (quotation >= 0 && owners[quotation] == Repeated)
            return;
        if (quotation >= 0 && owners[quotation] is { } unnamed)
            unnamed.Content.Remove(quotations.Found[quotation].Range);
        var draft = new VoiceDraft(AttributionKind.Speech, colon) { Cue = new TokenRange(colon, colon + 1) };
        var head = first;
        while (tree.Head(head) is var up && up >= first && up < colon)
            head = up;
        draft.SourceHead = head;
        draft.Source = Trim(document, new TokenRange(first, colon));
        if (IsDateline(document, draft.Source.Value) || !Speaks(document, draft.Source.Value))
            return;
        var content = Trim(document, new TokenRange(colon + 1, quotation >= 0
            ? quotations.Found[quotation].Range.End : end));
        if (content.Length == 0 || draft.Source.Value.Length == 0)
            return;
        draft.Content.Add(content);
        drafts.Add(draft);
    }
}
