using System.CommandLine;
using Tocsin.Coding;
using Tocsin.Warning;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin check</c>: are packs, codebook and actor files sound?</summary>
static class Check
{
    public static Command Command()
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = "The data folder to check (default: the program's own).",
            DefaultValueFactory = _ => null,
        };
        var data = new Command("data", """
            Check every pack, codebook, actor and place file: each fault with file, line and reason.

            Example: tocsin check data ./data
            """) { folder };
        data.SetAction(parsed => Run(parsed.GetValue(folder) ?? Home.Find().Data));
        return new Command("check", "Check data before it is used.") { data };
    }

    static int Run(string folder)
    {
        if (!Directory.Exists(folder))
            throw new MissingFilesException($"There is no folder {folder}.");
        var faults = Packs.Load(folder).Faults
            .Select(fault => $"{fault.File}:{fault.Line}: {fault.Reason}")
            .Concat(CodingResources.Check(folder).Select(fault => $"{fault.File}:{fault.Line}: {fault.Reason}"))
            .ToList();
        foreach (var fault in faults)
            Console.WriteLine(fault);
        Console.Error.WriteLine(faults.Count == 0 ? $"{folder} is sound" : $"{faults.Count} faults in {folder}");
        return faults.Count == 0 ? 0 : 1;
    }
}
