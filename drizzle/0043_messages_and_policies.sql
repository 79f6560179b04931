CREATE TABLE "archive_purges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"keep_days" integer NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"messages" integer NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "broadcasts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"journey_id" uuid NOT NULL,
	"operation_id" uuid NOT NULL,
	"content_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"segment_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"local_time" text,
	"per_minute" integer,
	"status" text DEFAULT 'open' NOT NULL,
	"reach" jsonb NOT NULL,
	"result" jsonb,
	"finished_at" timestamp with time zone,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_slots" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rate_slots_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "send_usage" (
	"shard" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"sent" json NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "send_usage_shard_person_id_pk" PRIMARY KEY("shard","person_id")
);
--> statement-breakpoint
CREATE TABLE "sending_policies" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "value" numeric(20, 4);--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "goal_counts" ADD COLUMN "value" numeric(24, 4) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "archive_purges" ADD CONSTRAINT "archive_purges_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_slots" ADD CONSTRAINT "rate_slots_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sending_policies" ADD CONSTRAINT "sending_policies_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archive_purges_by_workspace" ON "archive_purges" USING btree ("workspace_id","started_at");--> statement-breakpoint
CREATE INDEX "broadcasts_by_workspace" ON "broadcasts" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "broadcasts_by_journey" ON "broadcasts" USING btree ("journey_id");--> statement-breakpoint
CREATE INDEX "deliveries_withheld" ON "deliveries" USING btree ("shard","person_id") WHERE status = 'queued' and held_until is not null;