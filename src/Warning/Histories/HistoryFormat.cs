namespace Tocsin.Warning.Histories;

/// <summary>What the user says a file is. The columns are found from its first line, whatever the format.</summary>
public enum HistoryFormat
{
    /// <summary>Dated codes; WEIS if any has root 21 or 22, else CAMEO.</summary>
    Keds,
    Cameo,
    Weis,
    Icews,
    Gdelt,
    Ged,
    Acled,
}

public static class HistoryFormats
{
    /// <summary>The code system that a format fixes; null where the codes themselves decide.</summary>
    public static CodeSystem? System(this HistoryFormat format) => format switch
    {
        HistoryFormat.Keds => null,
        HistoryFormat.Weis => CodeSystem.Weis,
        HistoryFormat.Cameo or HistoryFormat.Icews or HistoryFormat.Gdelt or HistoryFormat.Ged or HistoryFormat.Acled =>
            CodeSystem.Cameo,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
