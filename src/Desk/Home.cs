namespace Tocsin.Desk;

/// <summary>Where the program's own files lie: the folder that holds <c>data/</c> and <c>models/</c>.</summary>
sealed record Home(string Root)
{
    public string Data => Path.Combine(Root, "data");

    public string Models => Path.Combine(Root, "models");

    public string SampleCase => Path.Combine(Data, "cases", "north-kosovo");

    /// <summary>
    /// <c>TOCSIN_HOME</c> where it is set, else the nearest folder above the program that holds <c>data/codebook</c>.
    /// </summary>
    /// <exception cref="MissingFilesException">No such folder.</exception>
    public static Home Find(string? configured, string programFolder)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            return IsHome(configured)
                ? new Home(Path.GetFullPath(configured))
                : throw new MissingFilesException($"TOCSIN_HOME is '{configured}', and there is no data/codebook in it.");
        }
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (IsHome(folder.FullName))
                return new Home(folder.FullName);
        }
        throw new MissingFilesException(
            $"No folder with data/codebook at or above {programFolder}; set TOCSIN_HOME to the folder that holds it.");
    }

    public static Home Find() => Find(Environment.GetEnvironmentVariable("TOCSIN_HOME"), AppContext.BaseDirectory);

    static bool IsHome(string folder) => Directory.Exists(Path.Combine(folder, "data", "codebook"));
}

/// <summary>A file that the program cannot run without is missing or unsound; exit code 2.</summary>
sealed class MissingFilesException(string message) : Exception(message);
