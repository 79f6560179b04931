CREATE TABLE "split_allocations" (
	"journey_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"source" text NOT NULL,
	"basis" text NOT NULL,
	"weights" jsonb,
	"edge_id" uuid,
	"at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	CONSTRAINT "split_allocations_journey_id_node_id_pk" PRIMARY KEY("journey_id","node_id")
);
--> statement-breakpoint
CREATE TABLE "split_choices" (
	"shard" smallint NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"edge_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sticky" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "split_choices_shard_enrollment_id_node_id_pk" PRIMARY KEY("shard","enrollment_id","node_id")
);
--> statement-breakpoint
ALTER TABLE "node_counts" ADD COLUMN "converted" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "bucket_key" uuid;--> statement-breakpoint
ALTER TABLE "split_allocations" ADD CONSTRAINT "split_allocations_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "split_choices_by_person" ON "split_choices" USING btree ("shard","person_id");--> statement-breakpoint
CREATE INDEX "split_choices_by_journey" ON "split_choices" USING btree ("shard","journey_id","node_id");