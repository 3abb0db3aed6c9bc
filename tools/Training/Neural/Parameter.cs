using System.Runtime.Intrinsics;

namespace Tocsin.Training.Neural;

/// <summary>Weights that are learnt, with the moments of Adam (Kingma and Ba 2015). Rows may be updated one by one.</summary>
sealed class Parameter(string name, int rows, int columns)
{
    public string Name { get; } = name;

    public Matrix Value { get; } = new(rows, columns);

    public Matrix First { get; } = new(rows, columns);

    public Matrix Second { get; } = new(rows, columns);

    /// <summary>Draws uniformly from ±<paramref name="bound"/>.</summary>
    public Parameter Drawn(Random random, double bound)
    {
        foreach (ref var weight in Value.Span)
            weight = (float)(((random.NextDouble() * 2) - 1) * bound);
        return this;
    }

    public Parameter Filled(float weight, int first, int count)
    {
        for (var row = 0; row < Value.Rows; row++)
            Value.Span.Slice((row * Value.Columns) + first, count).Fill(weight);
        return this;
    }
}

/// <summary>One worker's gradient of a parameter; of a large table, only of rows that were touched.</summary>
sealed class Gradient(Parameter parameter)
{
    readonly bool[] marked = new bool[parameter.Value.Rows];

    public Parameter Parameter { get; } = parameter;

    public Matrix Sum { get; } = new(parameter.Value.Rows, parameter.Value.Columns);

    public List<int> Touched { get; } = [];

    /// <summary>Marks a row as one to update.</summary>
    public void Touch(int row)
    {
        if (marked[row])
            return;
        marked[row] = true;
        Touched.Add(row);
    }

    public void TouchAll()
    {
        for (var row = 0; row < marked.Length; row++)
            Touch(row);
    }

    public unsafe void Clear()
    {
        foreach (var row in Touched)
        {
            new Span<float>(Sum.Row(row), Sum.Columns).Clear();
            marked[row] = false;
        }
        Touched.Clear();
    }
}

/// <summary>Adam over the gradients of several workers, summed in a fixed order.</summary>
static class Adam
{
    const float Beta1 = 0.9f;
    const float Beta2 = 0.98f;

    /// <param name="scale">What the summed gradients are multiplied by (one over the words, and the clipping).</param>
    public static unsafe void Update(Gradient[] gradients, float rate, float scale, int step)
    {
        var parameter = gradients[0].Parameter;
        var columns = parameter.Value.Columns;
        var correction = MathF.Sqrt(1 - MathF.Pow(Beta2, step)) / (1 - MathF.Pow(Beta1, step));
        var touched = gradients[0].Touched.AsEnumerable();
        foreach (var other in gradients.Skip(1))
            touched = touched.Union(other.Touched);
        foreach (var row in touched)
        {
            float* value = parameter.Value.Row(row), first = parameter.First.Row(row), second = parameter.Second.Row(row);
            var i = 0;
            for (; i + 16 <= columns; i += 16)
            {
                var g = Vector512<float>.Zero;
                foreach (var gradient in gradients)
                    g += Vector512.Load(gradient.Sum.Row(row) + i);
                g *= scale;
                var m = Vector512.Load(first + i);
                m += (g - m) * (1 - Beta1);
                var v = Vector512.Load(second + i);
                v += ((g * g) - v) * (1 - Beta2);
                m.Store(first + i);
                v.Store(second + i);
                (Vector512.Load(value + i) - (m * (rate * correction) / (Vector512.Sqrt(v) + Vector512.Create(1e-8f)))).Store(value + i);
            }
            for (; i < columns; i++)
            {
                var g = 0f;
                foreach (var gradient in gradients)
                    g += gradient.Sum.Row(row)[i];
                g *= scale;
                first[i] += (1 - Beta1) * (g - first[i]);
                second[i] += (1 - Beta2) * ((g * g) - second[i]);
                value[i] -= rate * correction * first[i] / (MathF.Sqrt(second[i]) + 1e-8f);
            }
        }
    }

    public static double SquaredNorm(IReadOnlyList<Gradient> gradients)
    {
        var sum = 0.0;
        foreach (var gradient in gradients)
        {
            foreach (var row in gradient.Touched)
            {
                foreach (var g in gradient.Sum.Span.Slice(row * gradient.Sum.Columns, gradient.Sum.Columns))
                    sum += (double)g * g;
            }
        }
        return sum;
    }
}
