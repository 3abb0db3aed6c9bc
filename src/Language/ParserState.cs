namespace Tocsin.Language;

/// <summary>Moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011).</summary>
enum Move : byte
{
    /// <summary>The buffer's front goes onto the stack.</summary>
    Shift,

    /// <summary>The stack's top hangs under the buffer's front and leaves the stack.</summary>
    Left,

    /// <summary>The stack's top hangs under the word below it and leaves the stack.</summary>
    Right,
}

/// <summary>
/// State of the parser over one sentence, words 0 … n−1 and the root as word n at the end of the buffer (Ballesteros and
/// Nivre 2013), so that each word takes two moves and a sentence has one root.
/// </summary>
sealed class ParserState
{
    int[] stack = new int[128];
    int depth;

    public int Length { get; private set; }

    /// <summary>First word of the buffer; equals <see cref="Length"/> when only the root is left.</summary>
    public int Front { get; private set; }

    public int[] Heads { get; private set; } = new int[128];

    public byte[] Labels { get; private set; } = new byte[128];

    public int[] LeftChild { get; private set; } = new int[128];

    public int[] LeftChild2 { get; private set; } = new int[128];

    public int[] RightChild { get; private set; } = new int[128];

    public int[] RightChild2 { get; private set; } = new int[128];

    /// <summary>Labels of a word's dependents so far, a bit each (labels beyond 63 share bits).</summary>
    public ulong[] Relations { get; private set; } = new ulong[128];

    public byte[] LeftCount { get; private set; } = new byte[128];

    public byte[] RightCount { get; private set; } = new byte[128];

    public int Depth => depth;

    public bool IsFinal => Front == Length && depth == 0;

    /// <summary>The word <paramref name="below"/> places under the top of the stack; −1 where there is none.</summary>
    public int Stack(int below) => below < depth ? stack[depth - 1 - below] : -1;

    /// <summary>The word <paramref name="ahead"/> places behind the buffer's front; −1 past the root.</summary>
    public int Buffer(int ahead) => Front + ahead <= Length ? Front + ahead : -1;

    public void Reset(int length)
    {
        if (Heads.Length <= length)
            Grow(length + 1);
        Length = length;
        Front = 0;
        depth = 0;
        for (var i = 0; i <= length; i++)
        {
            Heads[i] = -1;
            Labels[i] = 0;
            Relations[i] = 0;
            LeftChild[i] = LeftChild2[i] = RightChild[i] = RightChild2[i] = -1;
            LeftCount[i] = RightCount[i] = 0;
        }
    }

    public bool Allows(Move move) => move switch
    {
        Move.Shift => Front < Length,
        Move.Left => depth > 0 && (Front < Length || depth == 1),
        Move.Right => depth > 1,
        _ => throw new ArgumentOutOfRangeException(nameof(move), move, "Unknown move."),
    };

    /// <summary>Makes the move; returns the word that got its head, −1 for a shift.</summary>
    public int Apply(Move move)
    {
        if (move == Move.Shift)
        {
            stack[depth++] = Front++;
            return -1;
        }
        var word = stack[--depth];
        var head = move == Move.Left ? Front : stack[depth - 1];
        Heads[word] = head;
        if (move == Move.Left)
        {
            LeftChild2[head] = LeftChild[head];
            LeftChild[head] = word;
            if (LeftCount[head] < byte.MaxValue)
                LeftCount[head]++;
        }
        else
        {
            RightChild2[head] = RightChild[head];
            RightChild[head] = word;
            if (RightCount[head] < byte.MaxValue)
                RightCount[head]++;
        }
        return word;
    }

    /// <summary>Names the arc above a word that has its head.</summary>
    public void SetLabel(int word, int label)
    {
        Labels[word] = (byte)label;
        Relations[Heads[word]] |= 1ul << (label & 63);
    }

    void Grow(int size)
    {
        size = Math.Max(size, Heads.Length * 2);
        stack = new int[size];
        Heads = new int[size];
        Labels = new byte[size];
        Relations = new ulong[size];
        LeftChild = new int[size];
        LeftChild2 = new int[size];
        RightChild = new int[size];
        RightChild2 = new int[size];
        LeftCount = new byte[size];
        RightCount = new byte[size];
    }
}
