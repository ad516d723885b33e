namespace BorderWatch.Store.Migrations;

/// <summary>What EF's model cannot say of the tags, and how two accounts of one field are compared. Frozen, as every migration.</summary>
internal static class TagsAndPasskeysSql
{
    public const string Up =
        """
        CREATE UNIQUE INDEX ix_tag_synonyms_name ON tag_synonyms (lower(name));

        -- Whether a ruling says of a field what was said before: the same people by name and role, the same place by GeoNames' number or by name and country,
        -- the same days whatever their precision, the same word in any case; else the same value. "Nothing is known" agrees with itself alone.
        CREATE FUNCTION values_agree(field text, ruled jsonb, said jsonb) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE
            WHEN jsonb_array_length(ruled) = 0 OR jsonb_array_length(said) = 0 THEN jsonb_array_length(ruled) = jsonb_array_length(said)
            WHEN field = 'Actor' THEN
                ARRAY(SELECT DISTINCT lower(r ->> 'name') || '/' || (r ->> 'role') FROM jsonb_array_elements(ruled) r ORDER BY 1)
                = ARRAY(SELECT DISTINCT lower(s ->> 'name') || '/' || (s ->> 'role') FROM jsonb_array_elements(said) s ORDER BY 1)
            ELSE EXISTS (
                SELECT 1 FROM jsonb_array_elements(said) s WHERE CASE field
                    WHEN 'Place' THEN coalesce(s ->> 'geonameId' = ruled -> 0 ->> 'geonameId', false)
                        OR (lower(s ->> 'name') = lower(ruled -> 0 ->> 'name') AND s ->> 'countryCode' IS NOT DISTINCT FROM ruled -> 0 ->> 'countryCode')
                    WHEN 'Occurred' THEN s ->> 'from' IS NOT DISTINCT FROM ruled -> 0 ->> 'from' AND s ->> 'to' IS NOT DISTINCT FROM ruled -> 0 ->> 'to'
                    WHEN 'Weapon' THEN lower(s ->> 'words') IS NOT DISTINCT FROM lower(ruled -> 0 ->> 'words')
                    ELSE s = ruled -> 0
                END)
        END;
        """;

    public const string Down = "DROP FUNCTION values_agree(text, jsonb, jsonb);";
}
