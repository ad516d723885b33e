using System.Buffers;

namespace BorderWatch.Web.Exports;

/// <summary>
/// What writers of files write into without waiting, and what is then sent on: the response accepts no blocking writes, and the writers
/// of ZIP, XML and CSV make them. Cannot seek, so that a ZIP is written from front to end.
/// </summary>
internal sealed class Spill(Stream target) : Stream
{
    private const int Full = 64 * 1024;
    private readonly ArrayBufferWriter<byte> _held = new(2 * Full);

    /// <summary>True where it is time to send.</summary>
    public bool IsFull => _held.WrittenCount >= Full;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Sends what is held.</summary>
    public async ValueTask SendAsync(CancellationToken cancellation)
    {
        if (_held.WrittenCount == 0) return;
        await target.WriteAsync(_held.WrittenMemory, cancellation);
        _held.ResetWrittenCount();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing to do: what is held is sent when its writer says so.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
