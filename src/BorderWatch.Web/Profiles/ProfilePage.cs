using BorderWatch.Store.Profiles;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Profiles;

/// <summary>What the pages of one actor and of one place do: read what is known whenever the address names another.</summary>
/// <typeparam name="T">What is read.</typeparam>
public abstract class ProfilePage<T> : ComponentBase, IDisposable where T : class
{
    private readonly CancellationTokenSource _left = new();
    private readonly LatestOnly _reading;
    private Guid? _asked;

    /// <summary>Knows nothing yet.</summary>
    protected ProfilePage() => _reading = new(_left.Token);

    /// <summary>Whose page it is.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>What is known; null while it is read, or where nothing is.</summary>
    protected T? Profile { get; private set; }

    /// <summary>True where nothing has this id.</summary>
    protected bool IsUnknown { get; private set; }

    /// <summary>What went wrong, for the reader; null where all is well.</summary>
    protected string? Error { get; private set; }

    /// <summary>Reads profiles.</summary>
    [Inject] protected IProfileQuery Query { get; private set; } = null!;

    [Inject] private ILogger<ProfilePage<T>> Logger { get; set; } = null!;

    /// <summary>Reads what is known of an id.</summary>
    protected abstract Task<T?> FindAsync(Guid id, CancellationToken cancellation);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_asked == Id) return;
        (_asked, Profile, IsUnknown) = (Id, null, false);
        await ReadAsync();
    }

    /// <summary>Reads it.</summary>
    protected async Task ReadAsync()
    {
        Error = null;
        try
        {
            await _reading.RunAsync(async cancellation =>
            {
                var found = await FindAsync(Id, cancellation);
                (Profile, IsUnknown) = (found, found is null);
            });
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "What is known of {Id} could not be read", Id);
            Error = Say.It("This could not be read from the database. The log says why; nothing is lost.");
        }
    }

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
