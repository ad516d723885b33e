using System.Text.Json;
using System.Text.Json.Serialization;

namespace BorderWatch.Postgres;

/// <summary>Who holds a data folder: written there by the holder, for those who come after it.</summary>
/// <param name="Process">The holder's process number.</param>
/// <param name="Address">Where its pages are; null before they are served, and for commands, which serve none.</param>
/// <param name="Port">The port of its database; null until that is ready.</param>
internal sealed record RunningInstance(int Process, string? Address = null, int? Port = null)
{
    /// <summary>Null when nobody wrote one, or it is being written this moment.</summary>
    public static RunningInstance? Read(DataFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<RunningInstance>(File.ReadAllBytes(folder.Running));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>False after the holder was killed: its server may still answer, and goes with the next start.</summary>
    [JsonIgnore]
    public bool HolderLives => ProcessLife.IsAlive(Process);

    public void Write(DataFolder folder)
    {
        // Renamed into place: a reader sees the old one or the new one, never half of one.
        var next = folder.Running + ".next";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(next, folder.Running, overwrite: true);
    }

    public string Describe() => $"process {Process}{(Address is null ? "" : $", {Address}")}";
}
