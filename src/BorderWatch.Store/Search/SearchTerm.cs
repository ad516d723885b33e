namespace BorderWatch.Store.Search;

/// <summary>A part of a search that names what it is about: <c>killed:&gt;3</c>.</summary>
/// <param name="Key">What stands before the colon, in small letters.</param>
/// <param name="Value">What stands behind it, without quotation marks; may be empty.</param>
/// <param name="IsExcluded">True where a minus stands before it.</param>
public sealed record SearchTerm(string Key, string Value, bool IsExcluded = false)
{
    /// <summary>As it is written: in quotation marks where the value needs them.</summary>
    public override string ToString() =>
        $"{(IsExcluded ? "-" : "")}{Key}:{(Value.Length == 0 || Value.Any(char.IsWhiteSpace) ? $"\"{Value}\"" : Value)}";
}
