CREATE TABLE "version_moves" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"from_version_id" uuid NOT NULL,
	"to_version_id" uuid NOT NULL,
	"from_node_id" uuid NOT NULL,
	"to_node_id" uuid NOT NULL,
	"people" bigint NOT NULL,
	CONSTRAINT "version_moves_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE INDEX "version_moves_by_journey" ON "version_moves" USING btree ("shard","journey_id");