using System.Runtime.Intrinsics;

namespace Tocsin.Training.Neural;

/// <summary>A product with weights and a bias, cut off below zero where <paramref name="rectified"/>. One worker's.</summary>
sealed unsafe class DenseLayer(Gradient weight, Gradient bias, bool rectified)
{
    readonly Product forward = new();
    readonly Product back = new();

    public Matrix Out { get; } = new(0, weight.Parameter.Value.Columns);

    /// <summary>Gradient of <see cref="Out"/>, filled by those who use it.</summary>
    public Matrix Gradient { get; } = new(0, weight.Parameter.Value.Columns);

    public void Prepare() => forward.Take(weight.Parameter.Value);

    /// <param name="added">A row that is added to every row, beside the bias.</param>
    public void Run(Matrix x, float* added = null)
    {
        Out.Sized(x.Rows);
        Gradient.Cleared(x.Rows);
        for (var row = 0; row < x.Rows; row++)
            bias.Parameter.Value.Span.CopyTo(new Span<float>(Out.Row(row), Out.Columns));
        for (var row = 0; row < x.Rows && added != null; row++)
        {
            for (var i = 0; i < Out.Columns; i += 16)
                (Vector512.Load(Out.Row(row) + i) + Vector512.Load(added + i)).Store(Out.Row(row) + i);
        }
        forward.AddTo(x, Out);
        if (!rectified)
            return;
        for (var i = 0; i < Out.Count; i += 16)
            Vector512.Max(Vector512.Load(Out.P + i), Vector512<float>.Zero).Store(Out.P + i);
    }

    /// <summary>Adds the gradient of the inputs to <paramref name="dx"/>.</summary>
    /// <param name="added">Takes the gradient of the row that was added to every row.</param>
    public void Back(Matrix x, Matrix? dx, float* added = null)
    {
        if (rectified)
        {
            for (var i = 0; i < Out.Count; i += 16)
            {
                var positive = Vector512.GreaterThan(Vector512.Load(Out.P + i), Vector512<float>.Zero);
                (Vector512.Load(Gradient.P + i) & positive).Store(Gradient.P + i);
            }
        }
        weight.TouchAll();
        bias.TouchAll();
        for (var row = 0; row < Gradient.Rows; row++)
        {
            for (var i = 0; i < Gradient.Columns; i += 16)
                (Vector512.Load(bias.Sum.P + i) + Vector512.Load(Gradient.Row(row) + i)).Store(bias.Sum.P + i);
        }
        for (var row = 0; row < Gradient.Rows && added != null; row++)
        {
            for (var i = 0; i < Gradient.Columns; i += 16)
                (Vector512.Load(added + i) + Vector512.Load(Gradient.Row(row) + i)).Store(added + i);
        }
        back.Take(Gradient);
        back.AddTransposedTo(x, weight.Sum);
        if (dx is null)
            return;
        back.TakeTransposed(weight.Parameter.Value);
        back.AddTo(Gradient, dx);
    }
}
