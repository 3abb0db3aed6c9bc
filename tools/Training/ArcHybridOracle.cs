using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>
/// How many gold arcs each move makes unreachable (Goldberg and Nivre 2013, arc-hybrid; root at the buffer's end).
/// </summary>
static class ArcHybridOracle
{
    /// <summary>A move that the state does not allow.</summary>
    public const int Forbidden = int.MaxValue;

    /// <param name="heads">Gold heads of the sentence's words, from 0; the sentence's length for the root.</param>
    /// <param name="costs">Receives the cost of each <see cref="Move"/>.</param>
    public static void Costs(ParserState state, ReadOnlySpan<int> heads, Span<int> costs)
    {
        int top = state.Stack(0), below = state.Stack(1), front = state.Front;
        costs.Fill(Forbidden);
        if (state.Allows(Move.Shift))
        {
            var cost = 0;
            for (var i = 0; i < state.Depth; i++)
            {
                var word = state.Stack(i);
                if (heads[word] == front || (i > 0 && heads[front] == word))
                    cost++;
            }
            costs[(int)Move.Shift] = cost;
        }
        if (top < 0)
            return;
        var lost = 0;
        for (var word = front; word < state.Length; word++)
            lost += heads[word] == top ? 1 : 0;
        if (state.Allows(Move.Left))
            costs[(int)Move.Left] = lost + (heads[top] == below || heads[top] > front ? 1 : 0);
        if (state.Allows(Move.Right))
            costs[(int)Move.Right] = lost + (heads[top] >= front ? 1 : 0);
    }
}
