namespace Tocsin.Coding;

/// <content>Feasts: "Christmas 2021", "Easter Monday", "Independence Day" of the country whose news it is.</content>
public sealed partial class TimeFinder
{
    Match? Holiday(int piece)
    {
        var at = Is(piece, "the") ? piece + 1 : piece;
        if (!IsCapital(at))
            return null;
        if (Word(at) is "9" || (Word(piece) is "9" && false))
            return null;
        for (var feast = 0; feast < Holidays.Count; feast++)
        {
            var words = Holidays.Words(feast);
            var end = at;
            foreach (var word in words)
            {
                if (!(Is(end, word) || (word[0] == '\'' && IsPossessive(end))))
                {
                    end = -1;
                    break;
                }
                end++;
            }
            if (end > at)
                return OnFeast(piece, end, year => Holidays.Day(feast, year));
        }
        if (!Is(at + 1, "Day") || !IsAny(at, "Independence", "Republic", "National", "Statehood", "Unity", "Russia"))
            return null;
        var name = (Word(at).ToString() + " day").ToLowerInvariant();
        return Holidays.OfNation(name, IsNamedInStory) is { } day
            ? OnFeast(piece, at + 2, year => new DateOnly(year, day.Month, day.Day)) : null;
    }

    bool IsNamedInStory(string word)
    {
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (document.Form(token).Equals(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    Match? OnFeast(int piece, int end, Func<int, DateOnly> day)
    {
        var (year, after) = YearAfter(end);
        if (year is > 0 and <= 9999)
            return Date(piece, after, CalendarSpan.Day(day(year)));
        if (today is not { } now)
            return Date(piece, end, CalendarSpan.AnyDay(day(2023).Month, day(2023).Day));
        if (now.Year is < 3 or > 9996)
            return Date(piece, end, CalendarSpan.AnyDay(day(2023).Month, day(2023).Day));
        var own = day(now.Year);
        if (IsAhead(piece) ? own < now : own > now && Direction(piece) is Tense.Past or Tense.Pluperfect || (own.DayNumber - now.DayNumber > 180 && !IsAhead(piece)))
            own = day(Math.Clamp(now.Year + (IsAhead(piece) ? 1 : -1), 1, 9999));
        return Date(piece, end, CalendarSpan.Day(own));
    }
}
