CREATE TABLE "journey_series" (
	"shard" smallint NOT NULL,
	"journey_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"enrolled" bigint NOT NULL,
	"completed" bigint NOT NULL,
	"stopped" bigint NOT NULL,
	"failed" bigint NOT NULL,
	CONSTRAINT "journey_series_shard_journey_id_at_pk" PRIMARY KEY("shard","journey_id","at")
);
--> statement-breakpoint
CREATE TABLE "property_catalog" (
	"workspace_id" uuid NOT NULL,
	"event" text NOT NULL,
	"field" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	"types" text[] DEFAULT '{}' NOT NULL,
	"values" text[] DEFAULT '{}' NOT NULL,
	"is_open" boolean DEFAULT false NOT NULL,
	CONSTRAINT "property_catalog_workspace_id_event_field_pk" PRIMARY KEY("workspace_id","event","field")
);
--> statement-breakpoint
ALTER TABLE "journey_counts" ADD COLUMN "at" timestamp with time zone;