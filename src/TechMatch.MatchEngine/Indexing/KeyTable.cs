namespace TechMatch.MatchEngine.Indexing;

/// <summary>Numbers 64-bit keys 0, 1, 2 … in order of first sight. Open addressing; the keys are already well mixed.</summary>
internal sealed class KeyTable
{
    private int[] _slots;
    private ulong[] _keys;

    public KeyTable(int capacity = 1024)
    {
        _slots = new int[2 * capacity];
        _keys = new ulong[capacity];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    public int IndexOf(ulong key)
    {
        var mask = _slots.Length - 1;
        var slot = (int)key & mask;
        while (true)
        {
            var index = _slots[slot] - 1;
            if (index < 0)
            {
                return Add(key, slot);
            }

            if (_keys[index] == key)
            {
                return index;
            }

            slot = (slot + 1) & mask;
        }
    }

    public void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
    }

    private int Add(ulong key, int slot)
    {
        if (Count == _keys.Length)
        {
            Grow();
            return IndexOf(key);
        }

        _keys[Count] = key;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, _keys.Length * 2);
        _slots = new int[_keys.Length * 2];
        var mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var slot = (int)_keys[i] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = i + 1;
        }
    }
}
