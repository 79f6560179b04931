CREATE TABLE "segment_rechecks" (
	"shard" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"recheck_at" timestamp with time zone NOT NULL,
	CONSTRAINT "segment_rechecks_shard_person_id_pk" PRIMARY KEY("shard","person_id")
);
--> statement-breakpoint
CREATE INDEX "segment_rechecks_due" ON "segment_rechecks" USING btree ("shard","recheck_at");