CREATE TABLE "exposure_counts" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"goal_revision" text NOT NULL,
	"people" bigint NOT NULL,
	"converted" bigint NOT NULL,
	CONSTRAINT "exposure_counts_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "goal_counts" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"goal_revision" text NOT NULL,
	"converted" bigint NOT NULL,
	CONSTRAINT "goal_counts_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "exposures" (
	"shard" smallint NOT NULL,
	"journey_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reached" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "exposures_shard_journey_id_person_id_node_id_pk" PRIMARY KEY("shard","journey_id","person_id","node_id")
);
--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "counted_revision" text;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "idle_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "count_revision" text GENERATED ALWAYS AS (coalesce(program ->> 'countRevision', program ->> 'goalRevision')) STORED;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "goal" jsonb GENERATED ALWAYS AS (nullif(program -> 'goal', 'null'::jsonb)) STORED;--> statement-breakpoint
CREATE INDEX "exposure_counts_by_journey" ON "exposure_counts" USING btree ("shard","journey_id");--> statement-breakpoint
CREATE INDEX "goal_counts_by_journey" ON "goal_counts" USING btree ("shard","journey_id");--> statement-breakpoint
CREATE INDEX "exposures_by_person" ON "exposures" USING btree ("shard","person_id");