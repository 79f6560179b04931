ALTER TABLE "operations" ADD COLUMN "total" integer;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "next_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "result" jsonb;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "goal_revision" text GENERATED ALWAYS AS (program ->> 'goalRevision') STORED;--> statement-breakpoint
CREATE INDEX "people_merged" ON "people" USING btree ("shard","merged_into") WHERE merged_into is not null;