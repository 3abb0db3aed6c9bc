namespace Tocsin.Tests;

/// <summary>Where the files of the checkout lie.</summary>
static class Repository
{
    static readonly string Root = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Tocsin.slnx")))
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No checkout.");
        return folder;
    }
}
