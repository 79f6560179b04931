DROP INDEX "deliveries_by_person";--> statement-breakpoint
DROP INDEX "history_by_enrollment";--> statement-breakpoint
ALTER TABLE "history" DROP CONSTRAINT "history_shard_at_id_pk";--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_shard_enrollment_id_at_id_pk" PRIMARY KEY("shard","enrollment_id","at","id");