using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Reads off the tree how sure it is that something happens: negation, auxiliaries and adverbs at the word itself, then
/// whatever governs it, then the voice that says so. A worker's own; the lexicon is shared.
/// </summary>
/// <remarks>
/// A word's judgement is its own reading within the context that its head gives it; where a voice's content begins, the
/// context is that voice's, and the outlet's is open unless the cue takes the content for granted. Every token is
/// judged at most once, on demand, so the work is linear in the tokens.
/// </remarks>
public sealed partial class FactualityReader
{
    enum State : byte
    {
        New,
        Open,
        Done,
    }

    /// <summary>A reading of the innermost voice and of the outlet.</summary>
    readonly record struct Reading(Factuality Inner, Factuality Outer)
    {
        public static Reading Asserted => new(Factuality.Asserted, Factuality.Asserted);

        public static Reading Both(Factuality factuality) => new(factuality, factuality);
    }

    readonly ModalityLexicon lexicon;
    readonly Codebook? codebook;
    readonly FactualityModel? learnt;
    readonly FactualityFeatures features;
    readonly Tree tree = new();
    readonly List<int> pending = [];
    Document document = new();
    IReadOnlyList<Voice> voices = [];
    int[] voiceOf = [];
    State[] states = [];
    Reading[] contexts = [];
    Reading[] readings = [];

    /// <param name="codebook">Its nouns name happenings beside those of the lexicon.</param>
    /// <param name="learnt">
    /// Judges beside the rules how certain readers take each predicate; null leaves the rules alone.
    /// </param>
    public FactualityReader(ModalityLexicon lexicon, Codebook? codebook = null, FactualityModel? learnt = null)
    {
        this.lexicon = lexicon;
        this.codebook = codebook;
        this.learnt = learnt;
        features = new FactualityFeatures(tree);
    }

    /// <summary>
    /// Replaces <paramref name="found"/> by the judgement of every verb, event noun and other predicate, in text order.
    /// </summary>
    public void Read(Document document, IReadOnlyList<Voice> voices, List<PredicateFactuality> found)
    {
        found.Clear();
        this.document = document;
        this.voices = voices;
        tree.Read(document);
        if (states.Length < tree.Count)
        {
            states = new State[Math.Max(tree.Count, states.Length * 2)];
            voiceOf = new int[states.Length];
            contexts = new Reading[states.Length];
            readings = new Reading[states.Length];
        }
        Array.Clear(states, 0, tree.Count);
        PaintVoices();
        features.Begin(document);
        for (var token = 0; token < tree.Count; token++)
        {
            if (IsPredicate(token))
                found.Add(learnt is null ? Of(token) : Of(token) with { Readers = ReadersOf(token) });
        }
    }

    /// <summary>
    /// How certain readers take it, −3 to 3: of a noun as the rules say, since the learnt judge has seen few; of a verb between
    /// both, stretched towards the ends, where readers' judgements lie. What is announced to come they mostly believe.
    /// </summary>
    /// <remarks>The share and the stretch were chosen on UDS-IH2 dev and MEANTIME train.</remarks>
    double ReadersOf(int token)
    {
        const double Share = 0.7, Stretch = 2, Shift = -1, Announced = 2;
        var ruled = Of(token).Innermost;
        if (document.Upos[token] is Upos.Noun or Upos.Propn)
            return ruled.Value;
        var value = ruled.Status switch
        {
            FactualityStatus.Planned => Announced,
            FactualityStatus.Possible or FactualityStatus.Hypothetical or FactualityStatus.Conditional or FactualityStatus.Feared => 0,
            _ => ruled.Value,
        };
        return Math.Clamp((Stretch * ((Share * learnt!.Value(FeaturesOf(token))) + ((1 - Share) * value))) + Shift, -3, 3);
    }

    /// <summary>What the learnt judge sees of a token of the document read last; valid until the next call.</summary>
    internal ReadOnlySpan<uint> FeaturesOf(int token)
    {
        var ruled = Of(token);
        return features.Of(token, ruled, ruled.Voice >= 0 ? voices[ruled.Voice].CueToken : -1, ruled.Voice >= 0);
    }

    /// <summary>
    /// Verbs, the copula too; nouns that name a happening; and what a copula or a sentence without a verb says of its
    /// subject.
    /// </summary>
    bool IsPredicate(int token)
    {
        switch (document.Upos[token])
        {
            case Upos.Verb:
                return true;
            case Upos.Aux:
                return document.Deprels[token] is not (Deprel.Aux or Deprel.AuxPass);
            case Upos.Noun or Upos.Propn:
                return IsEventNoun(document.Lemma(token)) || IsClause(token) || IsCompoundOfVerb(token);
            default:
                return IsClause(token) && document.Upos[token] is Upos.Adj or Upos.Adv or Upos.Pron or Upos.Num;
        }
    }

    /// <summary>"Sell-off", "build-up", "cease-fire": a verb made a noun by what hangs on it with a hyphen.</summary>
    bool IsCompoundOfVerb(int token)
    {
        var end = document.Ends[token];
        return token + 2 < tree.Count && end < document.Text.Length && document.Text[end] == '-' && document.Starts[token + 1] == end
            && document.Form(token + 2) is "off" or "up" or "out" or "down" or "in" or "over" or "back" or "on" or "through" or "fire" or "away";
    }

    bool IsEventNoun(string lemma) => lexicon.IsEventNoun(lemma) || (codebook is not null && !codebook.Noun(lemma).IsEmpty);

    /// <summary>Whether a token that is no verb heads a clause: it has a subject or a copula.</summary>
    bool IsClause(int token)
    {
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Cop or Deprel.Nsubj or Deprel.Csubj)
                return true;
        }
        return document.Upos[token] == Upos.Adj && document.Deprels[token] is Deprel.Root or Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl;
    }

    /// <summary>The judgement of any token of the document read last.</summary>
    public PredicateFactuality Of(int token)
    {
        // A copula stands as what it says of its subject.
        if (document.Deprels[token] == Deprel.Cop && tree.Head(token) is var said and >= 0)
            return Of(said) with { Token = token };
        Judge(token);
        return new PredicateFactuality(token, readings[token].Inner, readings[token].Outer, voiceOf[token]);
    }

    /// <summary>Gives each token the voice with the smallest content that holds it.</summary>
    void PaintVoices()
    {
        voiceOf.AsSpan(0, tree.Count).Fill(-1);
        var bySize = new (int Size, int Voice)[voices.Count];
        for (var i = 0; i < voices.Count; i++)
        {
            var size = 0;
            foreach (var range in voices[i].Content)
                size += range.Length;
            bySize[i] = (size, i);
        }
        Array.Sort(bySize, static (a, b) => a.Size == b.Size ? a.Voice.CompareTo(b.Voice) : b.Size.CompareTo(a.Size));
        foreach (var (_, voice) in bySize)
        {
            foreach (var (first, end) in voices[voice].Content)
                voiceOf.AsSpan(first, end - first).Fill(voice);
        }
    }

    /// <summary>Judges first what the token depends on; without recursion, since trees may be deep.</summary>
    void Judge(int token)
    {
        if (states[token] == State.Done)
            return;
        pending.Clear();
        pending.Add(token);
        while (pending.Count > 0)
        {
            var at = pending[^1];
            if (states[at] == State.New)
            {
                states[at] = State.Open;
                var needed = DependsOn(at);
                if (needed >= 0 && states[needed] == State.New)
                {
                    pending.Add(needed);
                    continue;
                }
            }
            pending.RemoveAt(pending.Count - 1);
            if (states[at] == State.Done)
                continue;
            contexts[at] = Context(at);
            var own = Own(at);
            readings[at] = new Reading(Within(contexts[at].Inner, own), Within(contexts[at].Outer, own));
            states[at] = State.Done;
        }
    }

    /// <summary>Its head, or, where it opens the content of a voice, that voice's cue.</summary>
    int DependsOn(int token)
    {
        var head = tree.Head(token);
        var voice = voiceOf[token];
        if (head >= 0 && voiceOf[head] == voice)
            return head;
        return voice >= 0 ? voices[voice].CueToken : -1;
    }

    /// <summary>What stands under <paramref name="context"/>: it is no surer than that, and turns with it.</summary>
    static Factuality Within(Factuality context, Factuality own)
    {
        if (context.Status == FactualityStatus.Asserted && context.Value >= 3)
            return own;
        var value = context.Value * own.Value / 3;
        var turned = context.Value < 0;
        var status = context.Status switch
        {
            FactualityStatus.Asserted => own.Status,
            FactualityStatus.Denied => turned ? Turned(own.Status) : own.Status,
            // What is planned not to be will not be; what is likely not to be is unlikely.
            FactualityStatus.Planned when own.Status == FactualityStatus.Denied => FactualityStatus.Denied,
            FactualityStatus.Probable when own.Status == FactualityStatus.Denied => FactualityStatus.Unlikely,
            FactualityStatus.Probable when own.Status is FactualityStatus.Possible or FactualityStatus.Planned or FactualityStatus.Unlikely
                or FactualityStatus.Hypothetical => own.Status,
            FactualityStatus.Planned when own.Status == FactualityStatus.Possible => own.Status,
            _ => own.Status is FactualityStatus.Conditional ? own.Status : context.Status,
        };
        if (status == FactualityStatus.Asserted && value < 0)
            status = FactualityStatus.Denied;
        else if (status == FactualityStatus.Denied && value > 0)
            status = FactualityStatus.Asserted;
        return new Factuality(value, status);
    }

    static FactualityStatus Turned(FactualityStatus status) => status switch
    {
        FactualityStatus.Asserted => FactualityStatus.Denied,
        FactualityStatus.Denied => FactualityStatus.Asserted,
        FactualityStatus.Probable => FactualityStatus.Unlikely,
        FactualityStatus.Unlikely => FactualityStatus.Probable,
        _ => status,
    };
}
