using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Tocsin.Benchmarks;

/// <summary>Words that one call works on, over its mean time: one thread keeps one core busy.</summary>
sealed class WordsPerSecond : IColumn
{
    public string Id => nameof(WordsPerSecond);

    public string ColumnName => "Words/s";

    public string Legend => "Words of one call over its mean time";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var mean = summary[benchmarkCase]?.ResultStatistics?.Mean;
        var words = benchmarkCase.Descriptor.WorkloadMethod.Name == nameof(LongParagraph.Paragraph)
            ? NewsText.ParagraphWords
            : NewsText.Words;
        return mean is null || benchmarkCase.Descriptor.Type == typeof(Loading)
            ? "-"
            : (words / (mean.Value / 1e9)).ToString("N0", CultureInfo.InvariantCulture);
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
}
