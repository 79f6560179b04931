DROP INDEX "deliveries_due";--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "failed_state" jsonb;--> statement-breakpoint
CREATE INDEX "deliveries_due_webhooks" ON "deliveries" USING btree ("shard","next_attempt_at") WHERE status in ('queued','sending') and channel = 'webhook';--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("shard","next_attempt_at") WHERE status in ('queued','sending') and channel <> 'webhook';