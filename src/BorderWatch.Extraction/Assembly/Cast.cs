using BorderWatch.Extraction.Actors;

namespace BorderWatch.Extraction.Assembly;

/// <summary>The actors of one incident while their roles are found; each name once.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, RolePlayer> players = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<RolePlayer> Players => players.Values;

    public RolePlayer? Find(string name) => players.GetValueOrDefault(name);

    /// <summary>Adds an actor; one already there keeps the role of its first clause, unless it only stood by there.</summary>
    public void Add(ActorMention mention, ActorRole role, Attribution attribution)
    {
        if (players.TryGetValue(mention.Name, out var known))
        {
            // The body says it in a sentence; the headline only names it.
            if (known.InTitle && !mention.InTitle && known.Actor.Role == role) players[mention.Name] = known with { Actor = known.Actor with { Name = mention.Name }, Mention = mention, Span = mention.Span, InTitle = false };
            if (known.Actor.Role is ActorRole.Other or ActorRole.Responder && role < ActorRole.Responder)
                players[mention.Name] = known with { Actor = known.Actor with { Role = role } };
            return;
        }
        Set(mention, role, attribution);
    }

    /// <summary>Adds an actor or gives one already there another role.</summary>
    public void Set(ActorMention mention, ActorRole role, Attribution attribution) =>
        players[mention.Name] = new RolePlayer(mention, new ExtractedActor(mention.Name, role, attribution, mention.Kind, mention.CountryCode), mention.Span, mention.InTitle);

    public void Doubt(RolePlayer player) =>
        players[player.Actor.Name] = player with { Actor = player.Actor with { Attribution = Attribution.Suspected } };
}
