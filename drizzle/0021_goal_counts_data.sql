-- What the counters of the release before know, under the keys of this one.
UPDATE "journeys" SET "counted_revision" = "versions"."count_revision"
FROM "versions" WHERE "versions"."id" = "journeys"."published_version_id";
--> statement-breakpoint
INSERT INTO "goal_counts" ("shard", "id", "journey_id", "version_id", "goal_revision", "converted")
SELECT c."shard", gen_random_uuid(), c."journey_id", c."version_id", v."count_revision", sum(c."converted")
FROM "journey_counts" c JOIN "versions" v ON v."id" = c."version_id"
GROUP BY c."shard", c."journey_id", c."version_id", v."count_revision"
HAVING sum(c."converted") <> 0;
--> statement-breakpoint
INSERT INTO "exposures" ("shard", "journey_id", "person_id", "node_id", "arm", "workspace_id", "at")
SELECT DISTINCT ON (s."shard", s."journey_id", s."person_id", s."node_id")
  s."shard", s."journey_id", s."person_id", s."node_id", s."edge_id"::text, s."workspace_id", s."at"
FROM "split_choices" s
ORDER BY s."shard", s."journey_id", s."person_id", s."node_id", s."at", s."enrollment_id";
--> statement-breakpoint
UPDATE "exposures" e SET "reached" = x."keys"
FROM (
  SELECT e2."shard", e2."journey_id", e2."person_id", e2."node_id", array_agg(DISTINCT c."goal_revision") AS "keys"
  FROM "exposures" e2 JOIN "conversions" c ON c."shard" = e2."shard" AND c."journey_id" = e2."journey_id"
    AND c."person_id" = e2."person_id" AND c."at" >= e2."at"
  GROUP BY 1, 2, 3, 4
) x
WHERE x."shard" = e."shard" AND x."journey_id" = e."journey_id" AND x."person_id" = e."person_id"
  AND x."node_id" = e."node_id";
--> statement-breakpoint
INSERT INTO "exposure_counts" ("shard", "id", "journey_id", "node_id", "arm", "goal_revision", "people", "converted")
SELECT "shard", gen_random_uuid(), "journey_id", "node_id", "arm", '', count(*), 0
FROM "exposures" GROUP BY "shard", "journey_id", "node_id", "arm"
UNION ALL
SELECT "shard", gen_random_uuid(), "journey_id", "node_id", "arm", "key", 0, count(*)
FROM "exposures", unnest("reached") AS "key" GROUP BY "shard", "journey_id", "node_id", "arm", "key";
