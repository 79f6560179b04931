CREATE TABLE "segment_counts" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"segment_id" uuid NOT NULL,
	"members" bigint NOT NULL,
	CONSTRAINT "segment_counts_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE INDEX "segment_counts_by_segment" ON "segment_counts" USING btree ("segment_id");