using System.CommandLine;
using Tocsin.Archive;
using Tocsin.Coding;
using Tocsin.Desk;
using Tocsin.Desk.Commands;
using Tocsin.Language;

var root = new RootCommand("""
    Tocsin reads the news and rings when a situation starts to follow a plan that was seen before, and shows the
    sentences that say so.
    """)
{
    Serve.Demo(),
    Serve.Command(),
    Read.Command(),
    Quarantine.Command(),
    Annotate.Command(),
    Explain.Command(),
    Parse.Command(),
    Extract.Command(),
    Check.Command(),
    UnknownActors.Command(),
    Import.Command(),
    Backtest.Command(),
    Forecast.Command(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine($"tocsin: {error.Message}");
    Console.Error.WriteLine("tocsin: see 'tocsin --help'");
    return 2;
}
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is MissingFilesException or ModelException or DataFaultException)
{
    Console.Error.WriteLine($"tocsin: {failure.Message}");
    return 2;
}
catch (Exception failure) when (failure is ArchiveException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"tocsin: {failure.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
