CREATE TABLE "rejected_signals" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"payload" json NOT NULL,
	"reason" text NOT NULL,
	"error" text NOT NULL,
	"rejected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rejected_signals_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "former_keys" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "rejected_signals_by_workspace" ON "rejected_signals" USING btree ("workspace_id","rejected_at","id");--> statement-breakpoint
CREATE INDEX "rejected_signals_by_person" ON "rejected_signals" USING btree ("shard","person_id");--> statement-breakpoint
UPDATE "alerts" SET "code" = 'signals_rejected' WHERE "code" = 'signals_dropped';