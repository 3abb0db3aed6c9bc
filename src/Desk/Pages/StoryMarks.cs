using Tocsin.Events;

namespace Tocsin.Desk.Pages;

/// <summary>A voice of a story: everything that one speaker says in it, with a letter and a colour.</summary>
/// <param name="Index">Counted from 0 in the order of appearance.</param>
public sealed record StoryVoice(int Index, string Name, ActorCode Code, int Passages)
{
    const int Colours = 6;

    public string Letter => Index < 26 ? ((char)('A' + Index)).ToString() : "…";

    /// <summary>Colours repeat after six; the letter tells voices apart.</summary>
    public string Css => "v" + (Index % Colours + 1);
}

/// <summary>A stretch of the text in which nothing changes.</summary>
/// <param name="Voice">The innermost voice that says it; null in the outlet's own voice.</param>
/// <param name="IsVoiceStart">The first stretch of what the voice says.</param>
/// <param name="Names">The words that name a speaker or say that he speaks.</param>
/// <param name="Triggers">Numbers of the readings whose trigger it is.</param>
/// <param name="IsAsked">Part of the evidence of the reading that the page was opened for.</param>
public sealed record Stretch(
    Passage Passage, StoryVoice? Voice, bool IsVoiceStart, StoryVoice? Names, IReadOnlyList<int> Triggers, bool IsTime,
    bool IsPlace, bool IsAsked);

/// <summary>Lays voices, events, times and places over a story's text: every character is in one stretch.</summary>
public sealed class StoryMarks
{
    readonly string text;

    readonly List<(Passage Passage, StoryVoice Voice)> said = [];

    readonly List<(Passage Passage, StoryVoice Voice)> named = [];

    readonly List<(Passage Passage, int Number)> triggers = [];

    readonly List<Passage> times = [];

    readonly List<Passage> places = [];

    readonly Passage? asked;

    /// <param name="readings">In text order: a reading's number is its place in the list, from 1.</param>
    /// <param name="asked">Evidence to point out.</param>
    public StoryMarks(
        string text, IReadOnlyList<Reading> readings, IReadOnlyList<Attribution> attributions, Passage? asked)
    {
        this.text = text;
        this.asked = asked is { } passage && Fits(passage) ? passage : null;
        Voices = Gather(attributions.Concat(readings.SelectMany(reading => reading.Event.Voices)));
        for (var i = 0; i < readings.Count; i++)
        {
            var coded = readings[i].Event;
            if (Fits(coded.Trigger))
                triggers.Add((coded.Trigger, i + 1));
            if (coded.Time.Passage is { } time && Fits(time))
                times.Add(time);
            if (coded.Place is { } place && Fits(place.Passage))
                places.Add(place.Passage);
        }
    }

    public IReadOnlyList<StoryVoice> Voices { get; }

    /// <summary>The text paragraph by paragraph, blank lines left out.</summary>
    public IEnumerable<IReadOnlyList<Stretch>> Paragraphs()
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                yield return Cut(new Passage(start, end));
            start = end + 1;
        }
    }

    List<Stretch> Cut(Passage paragraph)
    {
        var borders = new SortedSet<int> { paragraph.Start, paragraph.End };
        void Border(Passage passage)
        {
            borders.Add(Math.Clamp(passage.Start, paragraph.Start, paragraph.End));
            borders.Add(Math.Clamp(passage.End, paragraph.Start, paragraph.End));
        }
        foreach (var passage in said.Select(pair => pair.Passage).Concat(named.Select(pair => pair.Passage))
            .Concat(triggers.Select(pair => pair.Passage)).Concat(times).Concat(places))
            Border(passage);
        if (asked is { } focus)
            Border(focus);
        var stretches = new List<Stretch>(borders.Count);
        var from = paragraph.Start;
        foreach (var to in borders.Skip(1))
        {
            stretches.Add(Mark(new Passage(from, to), stretches.Count == 0 ? null : stretches[^1].Voice));
            from = to;
        }
        return stretches;
    }

    Stretch Mark(Passage piece, StoryVoice? before)
    {
        var voice = said.Where(pair => pair.Passage.Contains(piece)).OrderBy(pair => pair.Passage.Length)
            .Select(pair => pair.Voice).FirstOrDefault();
        return new Stretch(
            piece, voice, voice is not null && voice != before,
            named.Where(pair => pair.Passage.Contains(piece)).Select(pair => pair.Voice).FirstOrDefault(),
            [.. triggers.Where(pair => pair.Passage.Contains(piece) && pair.Passage.End == piece.End)
                .Select(pair => pair.Number)],
            times.Exists(passage => passage.Contains(piece)), places.Exists(passage => passage.Contains(piece)),
            asked is { } focus && focus.Contains(piece));
    }

    List<StoryVoice> Gather(IEnumerable<Attribution> attributions)
    {
        var voices = new List<StoryVoice>();
        foreach (var attribution in attributions
            .OrderBy(one => one.Content.Count == 0 ? int.MaxValue : one.Content[0].Start))
        {
            var name = NameOf(attribution);
            var voice = voices.Find(one => one.Name == name);
            if (voice is null)
            {
                voice = new StoryVoice(voices.Count, name, attribution.Source?.Code ?? default, 0);
                voices.Add(voice);
            }
            var content = attribution.Content
                .Where(passage => Fits(passage) && !said.Contains((passage, voice))).ToList();
            if (content.Count > 0)
                voices[voice.Index] = voice = voice with { Passages = voice.Passages + content.Count };
            said.AddRange(content.Select(passage => (passage, voice)));
            if (attribution.Source is { } source && Fits(source.Passage))
                named.Add((source.Passage, voice));
            if (attribution.Cue is { } cue && Fits(cue))
                named.Add((cue, voice));
        }
        // Counting made new values of the voices: all places must hold the last of each.
        for (var i = 0; i < said.Count; i++)
            said[i] = (said[i].Passage, voices[said[i].Voice.Index]);
        for (var i = 0; i < named.Count; i++)
            named[i] = (named[i].Passage, voices[named[i].Voice.Index]);
        return voices;
    }

    static string NameOf(Attribution attribution) =>
        attribution.Source is null ? "unnamed voice" : Wording.Name(attribution.Source);

    bool Fits(Passage passage) => 0 <= passage.Start && passage.Start < passage.End && passage.End <= text.Length;
}
