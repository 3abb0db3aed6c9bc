namespace Tocsin.Warning;

/// <summary>Reads all packs of a data folder in the order in which they build on one another.</summary>
sealed class PackReader(string dataFolder)
{
    readonly List<PackFault> faults = [];

    public PackLoad Read()
    {
        if (!Directory.Exists(dataFolder))
        {
            faults.Add(new PackFault(dataFolder, 0, "the folder does not exist"));
            return new PackLoad(new Packs([], [], [], []), faults);
        }
        var signs = new Dictionary<string, Sign>(StringComparer.Ordinal);
        var signFile = Path.Combine(dataFolder, "signs.yaml");
        if (File.Exists(signFile))
        {
            foreach (var sign in ReadOne(signFile, SignReader.Read) ?? [])
                signs[sign.Id] = sign;
        }
        var playbooks = ReadAll(Files("playbooks"), file => new PlaybookReader(file.File, signs).Read(file.Map, file.Id),
            playbook => playbook.Id);
        var agreements = ReadAll(Files("agreements"), file => AgreementReader.Read(file.File, file.Map, file.Id),
            agreement => agreement.Id);
        // A faulty pack has had its say: naming it is no second fault.
        var known = new ProblemNames(signs, Ids("playbooks"), Ids("agreements"));
        var problems = ReadAll(Cases(), file => new ProblemReader(file.File, known).Read(file.Map, file.Id),
            problem => problem.Id);
        return new PackLoad(new Packs(problems, playbooks, agreements, [.. signs.Values]), faults);
    }

    List<T> ReadAll<T>(
        IEnumerable<string> paths, Func<(PackFile File, YamlDotNet.RepresentationModel.YamlMappingNode Map, string Id), T?> read,
        Func<T, string> idOf) where T : class
    {
        var all = new List<T>();
        foreach (var path in paths)
        {
            var id = Path.GetFileName(path) == "case.yaml"
                ? Path.GetFileName(Path.GetDirectoryName(path))! : Path.GetFileNameWithoutExtension(path);
            if (ReadOne(path, (file, map) => read((file, map, id))) is { } one)
                all.Add(one);
        }
        all.Sort((left, right) => string.CompareOrdinal(idOf(left), idOf(right)));
        return all;
    }

    // A file with any fault is left out whole: half a board would mislead.
    T? ReadOne<T>(string path, Func<PackFile, YamlDotNet.RepresentationModel.YamlMappingNode, T?> read) where T : class
    {
        var file = new PackFile(dataFolder, path);
        var one = file.Open() is { } map ? read(file, map) : null;
        faults.AddRange(file.Faults.OrderBy(fault => fault.Line));
        return file.Faults.Count == 0 ? one : null;
    }

    List<string> Ids(string kind) => [.. Files(kind).Select(path => Path.GetFileNameWithoutExtension(path))];

    IEnumerable<string> Files(string kind)
    {
        var folder = Path.Combine(dataFolder, kind);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : [];
    }

    IEnumerable<string> Cases()
    {
        var folder = Path.Combine(dataFolder, "cases");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(one => Path.Combine(one, "case.yaml"))
                .Where(File.Exists).Order(StringComparer.Ordinal)
            : [];
    }
}
