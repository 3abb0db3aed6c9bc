namespace Tocsin.Coding;

/// <summary>What is wrong with a line of a data file. Lines count from 1; 0 stands for the file as a whole.</summary>
public sealed record DataFault(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>Data that is not sound: the program does not start on it.</summary>
public sealed class DataFaultException(IReadOnlyList<DataFault> faults)
    : Exception(string.Join(Environment.NewLine, faults.Take(20)))
{
    public IReadOnlyList<DataFault> Faults { get; } = faults;
}
