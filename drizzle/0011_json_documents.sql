-- Documents that are only ever written and read whole: as text they cost a third of what jsonb costs to write.
ALTER TABLE "events"
  ALTER COLUMN "properties" SET DATA TYPE json, ALTER COLUMN "properties" SET DEFAULT '{}'::json,
  ALTER COLUMN "context" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "inbox" ALTER COLUMN "payload" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "person_changes" ALTER COLUMN "patch" SET DATA TYPE json, ALTER COLUMN "before" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "deliveries"
  ALTER COLUMN "config" SET DATA TYPE json, ALTER COLUMN "config" SET DEFAULT '{}'::json,
  ALTER COLUMN "variables" SET DATA TYPE json, ALTER COLUMN "variables" SET DEFAULT '{}'::json,
  ALTER COLUMN "rendered" SET DATA TYPE json, ALTER COLUMN "response" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "enrollments" ALTER COLUMN "trigger" SET DATA TYPE json, ALTER COLUMN "failed_state" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "history" ALTER COLUMN "hops" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "positions" ALTER COLUMN "state" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "queued_actions" ALTER COLUMN "effect" SET DATA TYPE json;
