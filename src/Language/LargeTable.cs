using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tocsin.Language;

/// <summary>
/// Memory for tables that are read at random: in large pages where the system has them, so that a look-up that misses
/// the caches does not also wait for the page tables.
/// </summary>
static partial class LargeTable
{
    const nuint PageSize = 2 << 20;
    const int AdviseHugePages = 14;

    /// <summary>A zeroed array that never moves.</summary>
    public static unsafe T[] Allocate<T>(int length)
        where T : unmanaged
    {
        var array = GC.AllocateArray<T>(length, pinned: true);
        if (OperatingSystem.IsLinux())
        {
            var start = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
            var end = (start + ((nuint)length * (nuint)sizeof(T))) & ~(PageSize - 1);
            start = (start + PageSize - 1) & ~(PageSize - 1);
            // Only advice: what it answers is of no consequence.
            if (end > start)
                _ = Advise(start, end - start, AdviseHugePages);
        }
        return array;
    }

    /// <summary>The place of a number in a table of <paramref name="length"/>; never falls as the number grows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Place(uint order, uint length) => (int)(((ulong)order * length) >> 32);

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nuint address, nuint length, int advice);
}
