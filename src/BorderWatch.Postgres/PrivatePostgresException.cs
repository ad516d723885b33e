namespace BorderWatch.Postgres;

/// <summary>
/// The database could not be made ready. <see cref="Exception.Message"/> is a sentence or two for the person at the
/// terminal: what is wrong and what to do.
/// </summary>
public sealed class PrivatePostgresException(string message, Exception? innerException = null)
    : Exception(message, innerException);
