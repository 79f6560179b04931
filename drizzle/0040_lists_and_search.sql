CREATE TABLE "people_search" (
	"shard" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"words" text NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_search_shard_person_id_pk" PRIMARY KEY("shard","person_id")
);
--> statement-breakpoint
DROP INDEX "enrollments_by_journey";--> statement-breakpoint
DROP INDEX "people_by_workspace";--> statement-breakpoint
CREATE INDEX "people_search_tags" ON "people_search" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "enrollments_listed" ON "enrollments" USING btree ("journey_id","enrolled_at","id","shard");--> statement-breakpoint
CREATE INDEX "enrollments_hidden" ON "enrollments" USING btree ("journey_id","id","shard") WHERE status = 'archived' or (hidden_at is not null and status <> 'active');--> statement-breakpoint
CREATE INDEX "people_listed" ON "people" USING btree ("workspace_id","created_at","id","shard") WHERE merged_into is null;