CREATE TABLE "consent_changes" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"topic" text,
	"channel" text,
	"former" text,
	"current" text,
	"source" text NOT NULL,
	"reason" text,
	CONSTRAINT "consent_changes_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"shard" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"track_opens" boolean,
	"track_clicks" boolean,
	"frequency" text,
	"snoozed_until" timestamp with time zone,
	"last_marketing_at" timestamp with time zone,
	"last_delivery" uuid,
	"former_marketing_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "preferences_shard_person_id_pk" PRIMARY KEY("shard","person_id")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"shard" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"channel" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "subscriptions_shard_person_id_topic_channel_pk" PRIMARY KEY("shard","person_id","topic","channel")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address_key" text NOT NULL,
	"address" text,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"detail" text,
	"bounces" integer DEFAULT 0 NOT NULL,
	"in_force" boolean DEFAULT true NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"decays_at" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	"lifted_by" text,
	"lift_reason" text,
	CONSTRAINT "suppressions_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"default_on" boolean DEFAULT true NOT NULL,
	"double_opt_in" boolean DEFAULT false NOT NULL,
	"confirmation_content_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "truth" text DEFAULT 'both' NOT NULL;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "source_file" jsonb;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_changes_by_person" ON "consent_changes" USING btree ("shard","person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_open" ON "suppressions" USING btree ("shard","address_key","reason") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "suppressions_by_address" ON "suppressions" USING btree ("shard","address_key","at");--> statement-breakpoint
CREATE INDEX "suppressions_by_workspace" ON "suppressions" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "topics_by_key" ON "topics" USING btree ("workspace_id","key");