namespace Tocsin.Warning;

/// <summary>Finds the word that was probably meant.</summary>
static class NearestWord
{
    /// <summary>" (did you mean 'X'?)" for a word near enough, else the list of right words if it is short.</summary>
    public static string Hint(string wrong, IEnumerable<string> right)
    {
        var words = right.ToList();
        var nearest = Of(wrong, words);
        return nearest is not null ? $" (did you mean '{nearest}'?)"
            : words.Count is > 0 and <= 12 ? $" (one of: {string.Join(", ", words)})" : "";
    }

    /// <summary>The right word with the fewest changed letters, if these are few for its length.</summary>
    public static string? Of(string wrong, IEnumerable<string> right)
    {
        string? best = null;
        var fewest = int.MaxValue;
        foreach (var word in right)
        {
            var distance = Distance(Folding.Fold(wrong), Folding.Fold(word));
            if (distance < fewest)
                (best, fewest) = (word, distance);
        }
        return best is not null && fewest <= Math.Max(1, Math.Max(wrong.Length, best.Length) * 2 / 5) ? best : null;
    }

    // Letters inserted, dropped, replaced, or two neighbours exchanged.
    static int Distance(string left, string right)
    {
        if (left.Length > 64 || right.Length > 64)
            return int.MaxValue;
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var same = left[i - 1] == right[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    least = Math.Min(least, table[i - 2, j - 2] + 1);
                table[i, j] = least;
            }
        }
        return table[left.Length, right.Length];
    }
}
