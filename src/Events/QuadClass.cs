namespace Tocsin.Events;

/// <summary>The four-way class of an event: verbal or material, cooperation or conflict.</summary>
public enum QuadClass : byte
{
    VerbalCooperation,
    MaterialCooperation,
    VerbalConflict,
    MaterialConflict,
}

/// <summary>Spelling of <see cref="QuadClass"/> in data.</summary>
public static class QuadClasses
{
    public static string Code(this QuadClass quad) => quad switch
    {
        QuadClass.VerbalCooperation => "verbal-cooperation",
        QuadClass.MaterialCooperation => "material-cooperation",
        QuadClass.VerbalConflict => "verbal-conflict",
        QuadClass.MaterialConflict => "material-conflict",
        _ => throw new ArgumentOutOfRangeException(nameof(quad), quad, "Unknown quad class."),
    };
}
