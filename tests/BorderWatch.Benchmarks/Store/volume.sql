-- Fills an empty, migrated store with invented incidents: psql -v incidents=200000 -f volume.sql
-- Ten years, eleven countries unevenly, 40 provinces, 3,000 places, 500 actors (the first in a third of all incidents),
-- 50 sources, two articles for each incident on average.
\set ON_ERROR_STOP on
SELECT setseed(0.42);
SET synchronous_commit = off;

CREATE TEMP TABLE countries AS SELECT * FROM (VALUES (1,'AF'),(2,'PK'),(3,'AF'),(4,'PK'),(5,'IR'),(6,'TJ'),(7,'UZ'),(8,'KG'),(9,'TM'),(10,'IN'),(11,'KZ')) c(n, code);

INSERT INTO sources (id, name, kind, feed_url, is_demo, is_enabled, poll_interval, consecutive_failures, created_at)
SELECT gen_random_uuid(), 'Outlet ' || n, 'Feed', 'https://outlet-' || n || '.example/rss', false, true, '30 min', 0, now() FROM generate_series(1, 50) n;

INSERT INTO places (id, name, admin1, country_code, latitude, longitude, key)
SELECT gen_random_uuid(), 'Village' || g.k, 'Province' || g.k % 40, c.code, 25 + random() * 20, 55 + random() * 25, 'village' || g.k || '|' || c.code
FROM generate_series(1, 3000) g(k) JOIN countries c ON c.n = 1 + g.k % 11;

INSERT INTO actors (id, name, name_key, kind)
SELECT gen_random_uuid(), 'Brigade ' || md5(n::text), 'brigade ' || md5(n::text), 'Rebel' FROM generate_series(1, 500) n;

CREATE TEMP TABLE numbered_places AS SELECT row_number() OVER (ORDER BY key) AS n, id FROM places;
CREATE TEMP TABLE numbered_actors AS SELECT row_number() OVER (ORDER BY name_key) AS n, id FROM actors;
CREATE TEMP TABLE numbered_sources AS SELECT row_number() OVER (ORDER BY name) AS n, id FROM sources WHERE kind = 'Feed';
CREATE TEMP TABLE words AS SELECT n, CASE WHEN n <= 20 THEN (ARRAY['killed','soldiers','police','attack','border','convoy','officials','gunmen','district','injured',
    'explosion','drone','mortar','checkpoint','smugglers','protest','shelling','militants','market','road'])[n] ELSE 'w' || substr(md5(n::text), 1, 7) END AS word FROM generate_series(1, 5000) n;
CREATE INDEX ON numbered_places (n); CREATE INDEX ON numbered_actors (n); CREATE INDEX ON numbered_sources (n); CREATE INDEX ON words (n);
ANALYZE numbered_places; ANALYZE numbered_actors; ANALYZE numbered_sources; ANALYZE words;

CREATE TEMP TABLE made AS
SELECT n, gen_random_uuid() AS id, date '2016-11-25' + (n::bigint * 3650 / :incidents)::int AS day,
       (ARRAY['Battles','Explosions/Remote violence','Violence against civilians','Protests','Riots','Strategic developments'])[1 + floor(6 * random() ^ 2)::int] AS type,
       CASE WHEN random() < 0.95 THEN 1 + floor(random() * 3000)::int END AS place, random() AS r,
       (random() ^ 3 * 5)::int AS killed
FROM generate_series(1, :incidents) n;

INSERT INTO incidents (id, title, event_type, sub_event_type, occurred_from, occurred_to, time_precision, timeline_date, place_id, place_precision,
    killed_low, killed_best, killed_high, confidence, status, has_conflict, report_count, source_count, is_demo, first_reported_at, last_reported_at)
SELECT m.id, initcap(w1.word) || ' and ' || w2.word || ' near ' || coalesce(p.name, 'the border'), m.type, 'Armed clash', m.day, m.day, 'Day', m.day, p.id,
       CASE WHEN p.id IS NOT NULL THEN 'Exact' END,
       CASE WHEN m.r < .6 THEN m.killed END, CASE WHEN m.r < .5 THEN m.killed END, CASE WHEN m.r < .5 THEN m.killed END,
       m.r, CASE WHEN m.r < .05 THEN 'Rejected' WHEN m.r < .3 THEN 'Confirmed' ELSE 'Unreviewed' END, m.r > .95, 0, 0, false, m.day, m.day
FROM made m
LEFT JOIN numbered_places np ON np.n = m.place LEFT JOIN places p ON p.id = np.id
JOIN words w1 ON w1.n = 1 + floor(m.r * 20)::int JOIN words w2 ON w2.n = 1 + (m.n * 7919::bigint) % 5000;

INSERT INTO incident_actors (incident_id, actor_id, role, attribution)
SELECT m.id, a.id, CASE k WHEN 1 THEN 'Perpetrator' ELSE 'Target' END, 'Suspected'
FROM made m CROSS JOIN generate_series(1, 2) k
JOIN numbered_actors a ON a.n = CASE WHEN k = 1 AND m.n % 3 = 0 THEN 1 ELSE 1 + (m.n::bigint * 31 * k) % 500 END
ON CONFLICT DO NOTHING;

CREATE TEMP TABLE told AS
SELECT m.n, m.id AS incident_id, m.day, k, gen_random_uuid() AS article_id, gen_random_uuid() AS revision_id
FROM made m CROSS JOIN generate_series(1, 3) k WHERE k = 1 OR (m.n + k) % 2 = 0;

INSERT INTO articles (id, source_id, canonical_url, published_at, first_seen_at, outcome)
SELECT t.article_id, s.id, 'https://outlet.example/' || t.article_id, t.day, t.day, 'HasIncidents'
FROM told t JOIN numbered_sources s ON s.n = 1 + (t.n * 17 + t.k * 5) % 50;

INSERT INTO article_revisions (id, article_id, number, title, text, language, content_hash, fetched_at)
SELECT t.revision_id, t.article_id, 1, 'Report ' || t.n, body.text, 'en', sha256(t.article_id::text::bytea), t.day
FROM told t CROSS JOIN LATERAL (
    SELECT string_agg(w.word, ' ') AS text
    FROM generate_series(1, 60) i JOIN words w ON w.n = 1 + CASE WHEN i % 3 = 0 THEN (t.n::bigint * i * 13 + t.k) % 20 ELSE (t.n::bigint * i * 104729 + t.k) % 5000 END
) body;

INSERT INTO reports (id, incident_id, article_id, article_revision_id, ordinal, title, confidence, created_at)
SELECT gen_random_uuid(), incident_id, article_id, revision_id, 0, 'Report ' || n, 0.7, day FROM told;

INSERT INTO regions (id, name) VALUES ('0190aaaa-0000-7000-8000-000000000001', 'Small'), ('0190aaaa-0000-7000-8000-000000000002', 'Large');
INSERT INTO region_areas (id, region_id, country_code, admin1) VALUES
    (gen_random_uuid(), '0190aaaa-0000-7000-8000-000000000001', 'TJ', 'Province5'), (gen_random_uuid(), '0190aaaa-0000-7000-8000-000000000001', 'KG', NULL),
    (gen_random_uuid(), '0190aaaa-0000-7000-8000-000000000002', 'AF', NULL), (gen_random_uuid(), '0190aaaa-0000-7000-8000-000000000002', 'PK', NULL);

SELECT count(*) AS refreshed FROM refresh_incidents(ARRAY(SELECT id FROM made));
VACUUM (ANALYZE);
