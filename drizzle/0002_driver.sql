CREATE TABLE "content_revisions" (
	"content_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"name" text NOT NULL,
	"subject" text,
	"html" text,
	"text" text,
	"body" jsonb NOT NULL,
	"archived_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "content_revisions_content_id_revision_pk" PRIMARY KEY("content_id","revision")
);
--> statement-breakpoint
CREATE TABLE "engine_life" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"system_id" text NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"held_at" timestamp with time zone,
	"held_reason" text,
	"away_since" timestamp with time zone,
	"answer" text,
	"answered_at" timestamp with time zone,
	"drop_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"journey_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"config" jsonb NOT NULL,
	"next_at" timestamp with time zone,
	"last_at" timestamp with time zone,
	CONSTRAINT "schedules_journey_id_node_id_pk" PRIMARY KEY("journey_id","node_id")
);
--> statement-breakpoint
CREATE TABLE "step_attempts" (
	"shard" smallint NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"attempts" smallint NOT NULL,
	CONSTRAINT "step_attempts_shard_enrollment_id_pk" PRIMARY KEY("shard","enrollment_id")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "response" jsonb;--> statement-breakpoint
ALTER TABLE "content_revisions" ADD CONSTRAINT "content_revisions_content_id_content_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."content"("id") ON DELETE cascade ON UPDATE no action;