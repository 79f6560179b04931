-- What was sent from before senders had to be verified stays a sender: the default of each workspace, and those of published steps.
WITH "written" AS (
  SELECT "id" AS "workspace_id", "settings" ->> 'defaultFrom' AS "sender" FROM "workspaces"
  UNION ALL
  SELECT v."workspace_id", n -> 'config' ->> 'fromIdentityEmail'
  FROM "versions" v, jsonb_array_elements(v."document" -> 'nodes') n
  WHERE jsonb_typeof(v."document" -> 'nodes') = 'array'
), "read" AS (
  SELECT "workspace_id",
    lower(btrim(CASE WHEN btrim("sender") LIKE '%>' THEN regexp_replace(btrim("sender"), '^.*<([^<>]*)>$', '\1') ELSE "sender" END)) AS "email",
    CASE WHEN btrim("sender") LIKE '%>'
      THEN nullif(btrim(regexp_replace(btrim("sender"), '\s*<[^<>]*>$', ''), ' "'), '') END AS "name"
  FROM "written" WHERE btrim(coalesce("sender", '')) <> ''
), "each" AS (
  SELECT DISTINCT ON ("workspace_id", "email") "workspace_id", "email", "name" FROM "read"
  WHERE "email" ~ '^[^\s@<>(),;:"\[\]\\]+@[^\s@<>(),;:"\[\]\\]+$' AND length("email") <= 320
  ORDER BY "workspace_id", "email", "name" NULLS LAST
), "numbered" AS (
  SELECT *, row_number() OVER (PARTITION BY "workspace_id" ORDER BY "email") AS "number" FROM "each"
)
INSERT INTO "sender_identities" ("id", "workspace_id", "number", "key", "email", "name", "verified_at", "verified_by")
SELECT gen_random_uuid(), "workspace_id", "number", 'sender-' || "number", "email", "name", now(), 'declaration' FROM "numbered";
