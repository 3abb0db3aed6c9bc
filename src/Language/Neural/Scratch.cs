using System.Runtime.InteropServices;

namespace Tocsin.Language.Neural;

/// <summary>Scratch memory that does not move and only grows; what it held is lost when it does.</summary>
sealed unsafe class Scratch<T>
    where T : unmanaged
{
    T[] memory = [];

    public T* P { get; private set; }

    public T* Sized(int length)
    {
        if (memory.Length < length)
        {
            memory = GC.AllocateUninitializedArray<T>(Math.Max(length, memory.Length * 3 / 2), pinned: true);
            P = (T*)Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0);
        }
        return P;
    }
}
