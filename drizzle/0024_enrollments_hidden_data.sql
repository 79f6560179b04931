-- `archived` overwrote the outcome of hidden enrollments; it follows from why they ended, and the log says when they were hidden.
WITH "told" AS (
  SELECT "subject", max("at") AS "at" FROM "audit_log" WHERE "action" = 'enrollment.hide' GROUP BY "subject"
), "hidden" AS (
  SELECT e."shard", e."id", coalesce("told"."at", e."ended_at", now()) AS "at"
  FROM "enrollments" e LEFT JOIN "told" ON "told"."subject" = e."id"::text
  WHERE e."status" = 'archived'
)
UPDATE "enrollments" e
SET "hidden_at" = "hidden"."at",
  "status" = CASE
    WHEN e."exit_reason" IN ('finished', 'goal_reached') THEN 'completed'
    WHEN e."exit_reason" IN ('loop', 'step_failed') THEN 'failed'
    ELSE 'stopped' END
FROM "hidden" WHERE e."shard" = "hidden"."shard" AND e."id" = "hidden"."id";
