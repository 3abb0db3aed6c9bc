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
public sealed partial class FactualityReader(ModalityLexicon lexicon)
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

    readonly Tree tree = new();
    readonly List<int> pending = [];
    Document document = new();
    IReadOnlyList<Voice> voices = [];
    int[] voiceOf = [];
    State[] states = [];
    Reading[] contexts = [];
    Reading[] readings = [];

    /// <summary>
    /// Replaces <paramref name="found"/> by the judgement of every verb and event noun, in text order.
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
        for (var token = 0; token < tree.Count; token++)
        {
            if (document.Upos[token] == Upos.Verb
                || (document.Upos[token] == Upos.Noun && lexicon.IsEventNoun(document.Lemma(token))))
                found.Add(Of(token));
        }
    }

    /// <summary>The judgement of any token of the document read last.</summary>
    public PredicateFactuality Of(int token)
    {
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
