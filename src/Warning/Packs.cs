namespace Tocsin.Warning;

/// <summary>All that analysts wrote down: signs, playbooks, problems and agreements that have no fault.</summary>
public sealed class Packs(
    IReadOnlyList<WarningProblem> problems, IReadOnlyList<Playbook> playbooks, IReadOnlyList<Agreement> agreements,
    IReadOnlyList<Sign> signs)
{
    readonly Lazy<IReadOnlyDictionary<string, SignRatio>> ratios = new(() => SignRatios.Learn([.. playbooks], [.. signs]));

    public IReadOnlyList<WarningProblem> Problems { get; } = problems;

    public IReadOnlyList<Playbook> Playbooks { get; } = playbooks;

    public IReadOnlyList<Agreement> Agreements { get; } = agreements;

    public IReadOnlyList<Sign> Signs { get; } = signs;

    /// <summary>What all playbooks together teach about each sign, by its id.</summary>
    public IReadOnlyDictionary<string, SignRatio> Ratios => ratios.Value;

    /// <summary>The problem with the id, or null.</summary>
    public WarningProblem? Problem(string id) => Problems.FirstOrDefault(problem => problem.Id == id);

    /// <summary>The agreements that a problem names.</summary>
    public IReadOnlyList<Agreement> AgreementsOf(WarningProblem problem) =>
        [.. Agreements.Where(agreement => problem.Agreements.Contains(agreement.Id))];

    /// <summary>
    /// Reads the packs below a data folder: <c>signs.yaml</c>, <c>playbooks/*.yaml</c>, <c>agreements/*.yaml</c> and
    /// <c>cases/*/case.yaml</c>. A file with a fault is left out whole and each of its faults is told; nothing is thrown.
    /// </summary>
    public static PackLoad Load(string dataFolder) => new PackReader(dataFolder).Read();
}

/// <summary>What was read, and what is wrong with the rest.</summary>
public sealed record PackLoad(Packs Packs, IReadOnlyList<PackFault> Faults);

/// <summary>What is wrong with a pack.</summary>
/// <param name="File">Path below the data folder, with forward slashes.</param>
/// <param name="Line">Counted from 1; 0 where the file as a whole is at fault.</param>
public sealed record PackFault(string File, int Line, string Reason)
{
    public override string ToString() => Line == 0 ? $"{File}: {Reason}" : $"{File}:{Line}: {Reason}";
}
