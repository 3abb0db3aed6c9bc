namespace Tocsin.Warning.Histories;

/// <summary>A history that cannot be read, or that is too short for what is asked of it.</summary>
/// <param name="line">Line of the file from 1; 0 where no single line is to blame.</param>
/// <param name="reason">What is wrong, as a clause.</param>
public sealed class HistoryException(int line, string reason) : Exception(reason)
{
    public int Line => line;

    /// <summary>The fault with the file in front, as compilers write it.</summary>
    public string In(string file) => line > 0 ? $"{file}:{line}: {Message}" : $"{file}: {Message}";
}
