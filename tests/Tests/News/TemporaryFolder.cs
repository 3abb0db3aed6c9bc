using System.Text;

namespace Tocsin.Tests.News;

/// <summary>A folder for one test, gone with it.</summary>
sealed class TemporaryFolder : IDisposable
{
    static int count;

    public TemporaryFolder()
    {
        Path = System.IO.Path.Combine(
            System.IO.Path.GetTempPath(), $"tocsin-{Environment.ProcessId}-{Interlocked.Increment(ref count)}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
