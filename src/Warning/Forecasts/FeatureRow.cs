using System.Globalization;

namespace Tocsin.Warning.Forecasts;

/// <summary>The features of one row after the other, always in the same order; names are kept from the first row.</summary>
sealed class FeatureRow
{
    readonly List<string> names = [];
    readonly List<double> values = [];

    public IReadOnlyList<string> Names => names;

    public IReadOnlyList<double> Values => values;

    public void Clear() => values.Clear();

    public void Add(string name, double value)
    {
        if (names.Count == values.Count)
            names.Add(name);
        values.Add(value);
    }

    /// <summary>A feature of a certain half-life or window, in weeks.</summary>
    public void Add(string name, double weeks, double value) =>
        Add(names.Count > values.Count ? "" : string.Create(CultureInfo.InvariantCulture, $"{name}, {weeks:0.#} weeks"), value);

    /// <summary>A count, as ln(1 + count).</summary>
    public void AddCount(string name, double count) => Add(name, Math.Log(1 + Math.Max(0, count)));

    /// <summary>A count over a half-life or window in weeks, as ln(1 + count).</summary>
    public void AddCount(string name, double weeks, double count) => Add(name, weeks, Math.Log(1 + Math.Max(0, count)));
}
