namespace BorderWatch.Store.Migrations;

/// <summary>
/// The chain of revisions. A deferred trigger runs at commit, when a transaction holds every lock that it will ever hold: the chain's
/// lock is the last, and is held for a moment. Frozen, as every migration.
/// </summary>
internal static class RulingsSql
{
    public const string Up =
        """
        ALTER TABLE revisions ADD COLUMN number bigint, ADD COLUMN hash bytea;
        CREATE UNIQUE INDEX ix_revisions_number ON revisions (number);

        -- A part with its length, so that no two rows are the same bytes.
        CREATE FUNCTION chain_part(part text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN coalesce(octet_length(convert_to(part, 'UTF8'))::text || ':' || part, '-:');

        CREATE FUNCTION chain_revision(revision uuid) RETURNS void
        LANGUAGE plpgsql AS $$
        DECLARE
            r revisions;
            next_number bigint;
            hash_before bytea;
        BEGIN
            PERFORM pg_advisory_xact_lock(x'424F524452455649'::bigint); -- "BORDREVI"
            SELECT * INTO r FROM revisions WHERE id = revision;
            IF NOT FOUND OR r.number IS NOT NULL THEN
                RETURN;
            END IF;
            SELECT v.number, v.hash INTO next_number, hash_before FROM revisions v WHERE v.number IS NOT NULL ORDER BY v.number DESC LIMIT 1;
            next_number := coalesce(next_number, 0) + 1;
            UPDATE revisions SET number = next_number, hash = sha256(coalesce(hash_before, ''::bytea) || convert_to(
                chain_part(next_number::text) || chain_part(r.id::text) || chain_part(r.subject_type) || chain_part(r.subject_id::text)
                || chain_part((extract(epoch FROM r.at) * 1000000)::bigint::text) || chain_part(r."by") || chain_part(r.action)
                || chain_part(r.reason) || chain_part(r.edit_id::text) || chain_part(r.changes::text), 'UTF8'))
            WHERE id = revision;
        END
        $$;

        -- What was there before is chained in the order of time.
        DO $$
        DECLARE
            old uuid;
        BEGIN
            FOR old IN SELECT id FROM revisions ORDER BY at, id LOOP
                PERFORM chain_revision(old);
            END LOOP;
        END
        $$;

        CREATE FUNCTION chain_new_revision() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM chain_revision(NEW.id);
            RETURN NULL;
        END
        $$;
        CREATE CONSTRAINT TRIGGER chain AFTER INSERT ON revisions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_new_revision();
        """;

    public const string Down =
        """
        DROP TRIGGER chain ON revisions;
        DROP FUNCTION chain_new_revision();
        DROP FUNCTION chain_revision(uuid);
        DROP FUNCTION chain_part(text);
        ALTER TABLE revisions DROP COLUMN number, DROP COLUMN hash;
        """;
}
