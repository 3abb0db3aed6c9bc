using System.Runtime.Intrinsics;

namespace Tocsin.Training.Neural;

/// <summary>
/// Both directions of a recurrent layer with coupled gates (Greff et al. 2015): c = f c' + (1 − f) g, h = o tanh c. The
/// gates of a direction lie side by side, f, o, g, first those of the forward direction. One worker's.
/// </summary>
sealed unsafe class LstmLayer(Gradient input, Gradient forward, Gradient backward, Gradient bias, int hidden)
{
    readonly Product[] recurrent = [new(), new()];
    readonly Product[] recurrentBack = [new(), new()];
    readonly Product own = new();
    readonly Product scratch = new();
    readonly Matrix cells = new(0, 2 * hidden);
    readonly Matrix squashed = new(0, 2 * hidden);
    readonly Matrix before = new(0, 2 * hidden);
    readonly Matrix cellGradient = new(0, 2 * hidden);

    int Gates => 3 * hidden;

    /// <summary>Sums of the gates, then their values, then their gradients.</summary>
    public Matrix Z { get; } = new(0, 6 * hidden);

    /// <summary>What the layer says of each row, both directions side by side.</summary>
    public Matrix Out { get; } = new(0, 2 * hidden);

    /// <summary>Lays out the weights, which have changed since the last batch.</summary>
    public void Prepare()
    {
        own.Take(input.Parameter.Value);
        recurrent[0].Take(forward.Parameter.Value);
        recurrent[1].Take(backward.Parameter.Value);
    }

    /// <summary>Puts bias and projected inputs into <see cref="Z"/>.</summary>
    public void Project(Matrix x)
    {
        Z.Sized(x.Rows);
        for (var row = 0; row < x.Rows; row++)
            bias.Parameter.Value.Span.CopyTo(new Span<float>(Z.Row(row), Z.Columns));
        own.AddTo(x, Z);
    }

    /// <param name="mask">Dropout of the state before, a row of 2 × hidden for each sentence; null for none.</param>
    public void Run(Batch batch, Matrix? mask)
    {
        cells.Sized(batch.Rows);
        squashed.Sized(batch.Rows);
        before.Cleared(batch.Rows);
        Out.Sized(batch.Rows);
        for (var direction = 0; direction < 2; direction++)
        {
            for (var i = 0; i < batch.Steps; i++)
                Step(batch, direction, direction == 0 ? i : batch.Steps - 1 - i, mask);
        }
    }

    void Step(Batch batch, int direction, int step, Matrix? mask)
    {
        var (row, size) = (batch.Offset(step), batch.Size(step));
        var last = direction == 0 ? step - 1 : step + 1;
        var known = last < 0 || last >= batch.Steps ? 0 : Math.Min(size, batch.Size(last));
        var side = direction * hidden;
        for (var s = 0; s < known; s++)
        {
            float* h = Out.Row(batch.Offset(last) + s) + side, to = before.Row(row + s) + side;
            for (var i = 0; i < hidden; i += 16)
            {
                var value = Vector512.Load(h + i);
                (mask is null ? value : value * Vector512.Load(mask.Row(s) + side + i)).Store(to + i);
            }
        }
        var gates = direction * Gates;
        if (known > 0)
            recurrent[direction].AddTo(before.Row(row) + side, before.Columns, 1, Z.Row(row) + gates, Z.Columns, known);
        for (var s = 0; s < size; s++)
        {
            var z = Z.Row(row + s) + gates;
            var cell = cells.Row(row + s) + side;
            var old = s < known ? cells.Row(batch.Offset(last) + s) + side : null;
            for (var i = 0; i < hidden; i += 16)
            {
                var f = Sigmoid(Vector512.Load(z + i));
                var o = Sigmoid(Vector512.Load(z + hidden + i));
                var g = Tanh(Vector512.Load(z + (2 * hidden) + i));
                var c = (Vector512<float>.One - f) * g;
                if (old is not null)
                    c += f * Vector512.Load(old + i);
                var t = Tanh(c);
                f.Store(z + i);
                o.Store(z + hidden + i);
                g.Store(z + (2 * hidden) + i);
                c.Store(cell + i);
                t.Store(squashed.Row(row + s) + side + i);
                (o * t).Store(Out.Row(row + s) + side + i);
            }
        }
    }

    /// <summary>
    /// Turns the gradient of <see cref="Out"/>, to which those of later steps are added, into that of
    /// <see cref="Z"/> and of the weights; <paramref name="dx"/> gets that of the inputs from <paramref name="from"/> on.
    /// </summary>
    public void Back(Batch batch, Matrix x, Matrix dOut, Matrix? mask, Matrix? dx, int from)
    {
        cellGradient.Cleared(batch.Rows);
        for (var direction = 0; direction < 2; direction++)
        {
            var weights = direction == 0 ? forward : backward;
            recurrentBack[direction].TakeTransposed(weights.Parameter.Value);
            for (var i = batch.Steps - 1; i >= 0; i--)
                StepBack(batch, direction, direction == 0 ? i : batch.Steps - 1 - i, dOut, mask);
            scratch.Take(Z.P + (direction * Gates), Z.Columns, 1, batch.Rows, Gates);
            scratch.AddTo(before.P + (direction * hidden), 1, before.Columns, weights.Sum.P, Gates, hidden);
            weights.TouchAll();
        }
        scratch.Take(Z);
        scratch.AddTransposedTo(x, input.Sum);
        input.TouchAll();
        bias.TouchAll();
        for (var row = 0; row < batch.Rows; row++)
        {
            for (var i = 0; i < Z.Columns; i += 16)
                (Vector512.Load(bias.Sum.P + i) + Vector512.Load(Z.Row(row) + i)).Store(bias.Sum.P + i);
        }
        if (dx is null)
            return;
        var weight = input.Parameter.Value;
        scratch.Take(weight.Row(from), 1, weight.Columns, weight.Columns, weight.Rows - from);
        scratch.AddTo(Z, dx.Cleared(batch.Rows));
    }

    void StepBack(Batch batch, int direction, int step, Matrix dOut, Matrix? mask)
    {
        var (row, size) = (batch.Offset(step), batch.Size(step));
        var last = direction == 0 ? step - 1 : step + 1;
        var known = last < 0 || last >= batch.Steps ? 0 : Math.Min(size, batch.Size(last));
        var side = direction * hidden;
        var gates = direction * Gates;
        for (var s = 0; s < size; s++)
        {
            var z = Z.Row(row + s) + gates;
            var old = s < known ? cells.Row(batch.Offset(last) + s) + side : null;
            for (var i = 0; i < hidden; i += 16)
            {
                var f = Vector512.Load(z + i);
                var o = Vector512.Load(z + hidden + i);
                var g = Vector512.Load(z + (2 * hidden) + i);
                var t = Vector512.Load(squashed.Row(row + s) + side + i);
                var dh = Vector512.Load(dOut.Row(row + s) + side + i);
                var dc = Vector512.Load(cellGradient.Row(row + s) + side + i) + (dh * o * (Vector512<float>.One - (t * t)));
                var c = old is null ? Vector512<float>.Zero : Vector512.Load(old + i);
                (dc * (c - g) * f * (Vector512<float>.One - f)).Store(z + i);
                (dh * t * o * (Vector512<float>.One - o)).Store(z + hidden + i);
                (dc * (Vector512<float>.One - f) * (Vector512<float>.One - (g * g))).Store(z + (2 * hidden) + i);
                if (old is not null)
                    (dc * f).Store(cellGradient.Row(batch.Offset(last) + s) + side + i);
            }
        }
        if (known == 0)
            return;
        var d = stateGradient.Cleared(known);
        recurrentBack[direction].AddTo(Z.Row(row) + gates, Z.Columns, 1, d.P, hidden, known);
        for (var s = 0; s < known; s++)
        {
            var to = dOut.Row(batch.Offset(last) + s) + side;
            for (var i = 0; i < hidden; i += 16)
            {
                var value = Vector512.Load(d.Row(s) + i);
                if (mask is not null)
                    value *= Vector512.Load(mask.Row(s) + side + i);
                (Vector512.Load(to + i) + value).Store(to + i);
            }
        }
    }

    readonly Matrix stateGradient = new(0, hidden);

    static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Vector512.Exp(-x));

    static Vector512<float> Tanh(Vector512<float> x) =>
        (Vector512.Create(2f) / (Vector512<float>.One + Vector512.Exp(x * Vector512.Create(-2f)))) - Vector512<float>.One;
}
