using System.CommandLine;
using Tocsin.Coding;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin import</c>: other programs' dictionaries into the actor files.</summary>
static class Import
{
    public static Command Command()
    {
        var actors = new Option<string[]>("--actors") { Description = "A dictionary of actors; may be given several times." };
        var agents = new Option<string[]>("--agents") { Description = "A dictionary of agents; may be given several times." };
        var data = new Option<string?>("--data") { Description = "The data folder to import into (default: the program's own)." };
        var petrarch = new Command("petrarch", """
            Import actor and agent dictionaries of the PETRARCH family beside the program's own actors. What is known here
            already stays; each line that cannot be taken over is named with its reason. A second import replaces the first.

            Example: tocsin import petrarch --actors Phoenix.Countries.actors.txt --agents Phoenix.agents.txt
            """) { actors, agents, data };
        petrarch.SetAction(parsed => Run(parsed.GetValue(data) ?? Home.Find().Data, parsed.GetValue(actors) ?? [], parsed.GetValue(agents) ?? []));
        return new Command("import", "Import other programs' dictionaries.") { petrarch };
    }

    static int Run(string data, string[] actors, string[] agents)
    {
        foreach (var path in actors.Concat(agents))
        {
            if (!File.Exists(path))
                throw new MissingFilesException($"There is no file {path}.");
        }
        var folder = Path.Combine(data, "actors");
        if (!Directory.Exists(folder))
            throw new MissingFilesException($"There is no folder {folder}.");
        var faults = new List<DataFault>();
        var (names, words) = ActorImport.Petrarch(folder, actors, agents, faults);
        foreach (var fault in faults)
            Console.Error.WriteLine($"{fault.File}:{fault.Line}: {fault.Reason}");
        Console.Error.WriteLine($"tocsin: {names} names of actors and {words} words for agents imported into {folder}, {faults.Count} left out");
        return faults.Count == 0 ? 0 : 1;
    }
}
