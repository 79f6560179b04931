ALTER TABLE "step_attempts" RENAME TO "advance_attempts";--> statement-breakpoint
ALTER TABLE "advance_attempts" RENAME CONSTRAINT "step_attempts_shard_enrollment_id_pk" TO "advance_attempts_shard_enrollment_id_pk";--> statement-breakpoint
-- For a process of the release before, which may run beside this schema: it inserts, updates and deletes through the view.
CREATE VIEW "step_attempts" AS SELECT "shard", "enrollment_id", "attempts" FROM "advance_attempts";
