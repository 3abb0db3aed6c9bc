using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Counts the words of each voice of a story. A worker's own; linear in the tokens.</summary>
sealed class BalanceReader
{
    int[] owner = [];

    public StoryBalance Read(Document document, List<Voice> voices, List<Attribution> attributions)
    {
        var count = document.TokenCount;
        if (count == 0 || voices.Count == 0)
            return StoryBalance.Empty;
        if (owner.Length < count)
            owner = new int[Math.Max(count, owner.Length * 2)];
        owner.AsSpan(0, count).Fill(-1);
        for (var voice = 0; voice < voices.Count; voice++)
        {
            // What a voice quotes is said by the voice that the outlet lets speak.
            if (voices[voice].Parent >= 0)
                continue;
            foreach (var (first, end) in voices[voice].Content)
                owner.AsSpan(first, end - first).Fill(voice);
        }
        var total = 0;
        var words = new int[voices.Count];
        for (var token = 0; token < count; token++)
        {
            if (document.Upos[token] is Upos.Punct or Upos.Sym)
                continue;
            total++;
            if (owner[token] >= 0)
                words[owner[token]]++;
        }
        return total == 0 ? StoryBalance.Empty : Sum(document, words, total, attributions, voices);
    }

    static StoryBalance Sum(Document document, int[] words, int total, List<Attribution> attributions, List<Voice> voices)
    {
        var speakers = new List<(string? Name, ActorCode Code, int Words, List<Passage> Passages)>();
        var indexes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var voice = 0; voice < words.Length; voice++)
        {
            if (words[voice] == 0)
                continue;
            var attribution = attributions[voice];
            var name = attribution.Source is not { } source ? null
                : source.Name ?? (attribution.Speaker is { } speaker ? speaker.Of(document.Text).ToString() : source.Text.ToString());
            if (!indexes.TryGetValue(name ?? "", out var index))
            {
                indexes[name ?? ""] = index = speakers.Count;
                speakers.Add((name, default, 0, []));
            }
            var (_, code, said, passages) = speakers[index];
            passages.AddRange(voices[voice].Content.Select(content => content.In(document)));
            speakers[index] = (name, code.IsOpen ? attribution.Source?.Code ?? default : code, said + words[voice], passages);
        }
        var voiced = speakers.Sum(one => one.Words);
        return new StoryBalance(
            (double)(total - voiced) / total,
            [.. speakers.OrderByDescending(one => one.Words).Select(one =>
                new VoiceShare(one.Name, one.Code, SideOf(one.Code), one.Words, (double)one.Words / total, one.Passages))],
            [.. speakers.Where(one => SideOf(one.Code) is not null).GroupBy(one => SideOf(one.Code)!)
                .Select(side => new SideShare(side.Key, side.Sum(one => one.Words), (double)side.Sum(one => one.Words) / total))
                .OrderByDescending(side => side.Words).ThenBy(side => side.Side, StringComparer.Ordinal)]);
    }

    /// <summary>A country with its organs is one side; so is a body.</summary>
    static string? SideOf(ActorCode code) => code.IsOpen ? null : code.Country ?? code.ToString();
}
