CREATE TABLE "date_plans" (
	"journey_id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"basis" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "date_starts" (
	"shard" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "date_starts_shard_person_id_journey_id_node_id_pk" PRIMARY KEY("shard","person_id","journey_id","node_id")
);
--> statement-breakpoint
CREATE INDEX "date_starts_due" ON "date_starts" USING btree ("shard","due_at");--> statement-breakpoint
CREATE INDEX "date_starts_by_journey" ON "date_starts" USING btree ("shard","journey_id");