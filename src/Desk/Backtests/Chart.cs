using System.Globalization;
using System.Net;
using System.Text;

namespace Tocsin.Desk;

/// <summary>A line of a chart, or bars where it is drawn as such. Points lie in 0..1 on both axes.</summary>
/// <param name="Style">Class of the style sheet: model, history, persistence or even.</param>
sealed record ChartLine(string Name, string Style, IReadOnlyList<(double X, double Y)> Points, bool HasDots = false);

/// <summary>Charts as SVG that stands in a page: no script, colours from the page's style sheet.</summary>
static class Chart
{
    const int Width = 420, Height = 300, Left = 46, Bottom = 40, Top = 12, Right = 10;

    /// <summary>Lines over axes from 0 to 1.</summary>
    public static string Lines(string title, string across, string up, IReadOnlyList<ChartLine> lines)
    {
        var svg = Begin(title, across, up);
        for (var i = 0; i <= 4; i++)
        {
            var at = i / 4.0;
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{X(0)}\" x2=\"{X(1)}\" y1=\"{Y(at)}\" y2=\"{Y(at)}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{X(0) - 6}\" y=\"{Y(at) + 4}\" text-anchor=\"end\">{at:0.##}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{X(at)}\" y=\"{Y(0) + 16}\" text-anchor=\"middle\">{at:0.##}</text>");
        }
        foreach (var line in lines)
        {
            var points = string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X)},{Y(point.Y)}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"line {line.Style}\" points=\"{points}\"><title>{line.Name}</title></polyline>");
            foreach (var (x, y) in line.HasDots ? line.Points : [])
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot {line.Style}\" cx=\"{X(x)}\" cy=\"{Y(y)}\" r=\"3\"/>");
        }
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Bars side by side, one group for each label.</summary>
    public static string Bars(string title, string across, string up, IReadOnlyList<string> labels, IReadOnlyList<(string Style, int[] Counts)> series)
    {
        var svg = Begin(title, across, up);
        var highest = Math.Max(1, series.Max(one => one.Counts.Max()));
        var wide = 1.0 / (labels.Count * (series.Count + 1));
        for (var label = 0; label < labels.Count; label++)
        {
            var start = (label + 0.1) / labels.Count;
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{X(start + wide * series.Count / 2)}\" y=\"{Y(0) + 16}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(labels[label])}</text>");
            for (var i = 0; i < series.Count; i++)
            {
                var share = series[i].Counts[label] / (double)highest * 0.92;
                var (x, y) = (X(start + i * wide), Y(share));
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"bar {series[i].Style}\" x=\"{x}\" y=\"{y}\" width=\"{X(wide) - X(0) - 1:0.#}\" height=\"{Y(0) - y:0.#}\"/>");
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{x + (X(wide) - X(0)) / 2:0.#}\" y=\"{y - 3:0.#}\" text-anchor=\"middle\">{series[i].Counts[label]}</text>");
            }
        }
        return svg.Append("</svg>").ToString();
    }

    static StringBuilder Begin(string title, string across, string up) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">")
        .Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"{X(0)}\" x2=\"{X(1)}\" y1=\"{Y(0)}\" y2=\"{Y(0)}\"/>")
        .Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"{X(0)}\" x2=\"{X(0)}\" y1=\"{Y(0)}\" y2=\"{Y(1)}\"/>")
        .Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"{X(0.5)}\" y=\"{Height - 4}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(across)}</text>")
        .Append(CultureInfo.InvariantCulture, $"<text class=\"label\" transform=\"translate(11 {Y(0.5)}) rotate(-90)\" text-anchor=\"middle\">{WebUtility.HtmlEncode(up)}</text>");

    static double X(double share) => Math.Round(Left + share * (Width - Left - Right), 1);

    static double Y(double share) => Math.Round(Height - Bottom - share * (Height - Bottom - Top), 1);
}
