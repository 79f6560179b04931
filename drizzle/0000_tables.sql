CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"secret" text NOT NULL,
	"demo_seeded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logins" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "content" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "content_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"subject" text,
	"html" text,
	"text" text,
	"body" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_catalog" (
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "event_catalog_workspace_id_name_pk" PRIMARY KEY("workspace_id","name")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid,
	"kind" text NOT NULL,
	"input" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"error" text,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "segments_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"kind" text NOT NULL,
	"rules" jsonb,
	"revision" integer DEFAULT 1 NOT NULL,
	"built_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journey_counts" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"enrolled" bigint DEFAULT 0 NOT NULL,
	"completed" bigint DEFAULT 0 NOT NULL,
	"stopped" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	"converted" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "journey_counts_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "near_misses" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	"samples" jsonb DEFAULT '[]' NOT NULL,
	CONSTRAINT "near_misses_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "node_counts" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"element_id" uuid NOT NULL,
	"entered" bigint DEFAULT 0 NOT NULL,
	"advanced" bigint DEFAULT 0 NOT NULL,
	"exited" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "node_counts_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "engine_config" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_interest" (
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "event_interest_workspace_id_name_pk" PRIMARY KEY("workspace_id","name")
);
--> statement-breakpoint
CREATE TABLE "journeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "journeys_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"short_id" text NOT NULL,
	"key" text NOT NULL,
	"site_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"canvas" jsonb NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"goal_config" jsonb,
	"audience_id" uuid,
	"allow_anonymous" boolean DEFAULT false NOT NULL,
	"pause_mode" text,
	"pauses" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"on_resume" text DEFAULT 'fire' NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"published_version_id" uuid,
	"published_revision" integer,
	"published_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journeys_short_id_unique" UNIQUE("short_id")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"program" jsonb NOT NULL,
	"program_format" integer NOT NULL,
	"hash" text NOT NULL,
	"published_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"shard" smallint NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"site_id" uuid,
	"name" text NOT NULL,
	"properties" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"context" jsonb,
	"timestamp" timestamp with time zone NOT NULL,
	"message_id" text,
	"imported" boolean DEFAULT false NOT NULL,
	CONSTRAINT "events_shard_received_at_id_pk" PRIMARY KEY("shard","received_at","id")
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
CREATE TABLE "identities" (
	"shard" smallint NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_shard_workspace_id_kind_value_pk" PRIMARY KEY("shard","workspace_id","kind","value")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"shard" smallint NOT NULL,
	"received_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "inbox_shard_received_at_id_pk" PRIMARY KEY("shard","received_at","id")
);
--> statement-breakpoint
CREATE TABLE "message_ids" (
	"shard" smallint NOT NULL,
	"day" date NOT NULL,
	"workspace_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	CONSTRAINT "message_ids_shard_workspace_id_message_id_day_pk" PRIMARY KEY("shard","workspace_id","message_id","day")
) PARTITION BY RANGE ("day");
--> statement-breakpoint
CREATE TABLE "operation_shards" (
	"shard" smallint NOT NULL,
	"operation_id" uuid NOT NULL,
	"cursor" uuid,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"finished" boolean DEFAULT false NOT NULL,
	CONSTRAINT "operation_shards_shard_operation_id_pk" PRIMARY KEY("shard","operation_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"external_id" text,
	"anonymous_id" text,
	"traits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"stage" text,
	"merged_into" uuid,
	"last_entered_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "person_changes" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"patch" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	CONSTRAINT "person_changes_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "segment_members" (
	"shard" smallint NOT NULL,
	"segment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "segment_members_shard_segment_id_person_id_pk" PRIMARY KEY("shard","segment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "conversions" (
	"shard" smallint NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"goal_revision" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"event_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversions_shard_enrollment_id_goal_revision_pk" PRIMARY KEY("shard","enrollment_id","goal_revision")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"visit" integer NOT NULL,
	"epoch" integer NOT NULL,
	"channel" text NOT NULL,
	"content_type" text NOT NULL,
	"content_id" uuid,
	"content_revision" integer,
	"status" text NOT NULL,
	"config" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"variables" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"recipient" text,
	"sender" text,
	"subject" text,
	"rendered" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"error" text,
	"provider_id" text,
	"idempotency_key" text NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "deliveries_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"instance_key" text DEFAULT '' NOT NULL,
	"epoch" integer NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"exit_reason" text,
	"entry_node_id" uuid NOT NULL,
	"last_node_id" uuid,
	"trigger" jsonb,
	"enrolled_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "enrollments_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "history" (
	"shard" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"signal_id" uuid,
	"signal_kind" text NOT NULL,
	"hops" jsonb NOT NULL,
	"committed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "history_shard_at_id_pk" PRIMARY KEY("shard","at","id")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "positions" (
	"shard" smallint NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"instance_key" text DEFAULT '' NOT NULL,
	"epoch" integer NOT NULL,
	"node_id" uuid NOT NULL,
	"wake_at" timestamp with time zone,
	"seq" integer DEFAULT 0 NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "positions_shard_enrollment_id_pk" PRIMARY KEY("shard","enrollment_id")
);
--> statement-breakpoint
CREATE TABLE "queued_actions" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"effect" jsonb NOT NULL,
	CONSTRAINT "queued_actions_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"site_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"public_value" text,
	"created_by" text,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "members_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "shards" (
	"shard" smallint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"origins" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "workspaces_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"timezone" text DEFAULT 'UTC' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content" ADD CONSTRAINT "content_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "logins_by_user" ON "logins" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "content_by_slug" ON "content" USING btree ("workspace_id","slug");--> statement-breakpoint
CREATE INDEX "operations_open" ON "operations" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "operations_by_journey" ON "operations" USING btree ("journey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "segments_by_key" ON "segments" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "journey_counts_by_journey" ON "journey_counts" USING btree ("shard","journey_id");--> statement-breakpoint
CREATE INDEX "near_misses_by_journey" ON "near_misses" USING btree ("shard","journey_id","hour");--> statement-breakpoint
CREATE INDEX "node_counts_by_journey" ON "node_counts" USING btree ("shard","journey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "journeys_by_key" ON "journeys" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "journeys_by_workspace" ON "journeys" USING btree ("workspace_id","status","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "versions_by_number" ON "versions" USING btree ("journey_id","number");--> statement-breakpoint
CREATE INDEX "events_by_person" ON "events" USING btree ("shard","person_id","received_at");--> statement-breakpoint
CREATE INDEX "identities_by_person" ON "identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "inbox_by_person" ON "inbox" USING btree ("shard","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "operation_shards_open" ON "operation_shards" USING btree ("operation_id","shard");--> statement-breakpoint
CREATE INDEX "people_by_workspace" ON "people" USING btree ("shard","workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "person_changes_by_person" ON "person_changes" USING btree ("shard","person_id","at");--> statement-breakpoint
CREATE INDEX "segment_members_by_person" ON "segment_members" USING btree ("shard","person_id");--> statement-breakpoint
CREATE INDEX "conversions_by_journey" ON "conversions" USING btree ("shard","journey_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("shard","enrollment_id","node_id","visit");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("shard","next_attempt_at") WHERE status in ('queued','sending');--> statement-breakpoint
CREATE INDEX "deliveries_held" ON "deliveries" USING btree ("shard","journey_id") WHERE status = 'held';--> statement-breakpoint
CREATE INDEX "deliveries_by_journey" ON "deliveries" USING btree ("shard","journey_id","queued_at");--> statement-breakpoint
CREATE INDEX "deliveries_by_person" ON "deliveries" USING btree ("shard","person_id","queued_at");--> statement-breakpoint
CREATE INDEX "deliveries_by_workspace" ON "deliveries" USING btree ("shard","workspace_id","queued_at");--> statement-breakpoint
CREATE INDEX "enrollments_by_person" ON "enrollments" USING btree ("shard","person_id","journey_id","enrolled_at");--> statement-breakpoint
CREATE INDEX "enrollments_by_journey" ON "enrollments" USING btree ("shard","journey_id","enrolled_at");--> statement-breakpoint
CREATE INDEX "history_by_enrollment" ON "history" USING btree ("shard","enrollment_id","at");--> statement-breakpoint
CREATE INDEX "history_by_journey" ON "history" USING btree ("shard","journey_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_one_running" ON "positions" USING btree ("shard","person_id","journey_id","instance_key");--> statement-breakpoint
CREATE INDEX "positions_due" ON "positions" USING btree ("shard","wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX "positions_by_journey" ON "positions" USING btree ("shard","journey_id","node_id");--> statement-breakpoint
CREATE INDEX "queued_actions_by_person" ON "queued_actions" USING btree ("shard","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_by_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_by_workspace" ON "api_keys" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "audit_log_by_workspace" ON "audit_log" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "members_by_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sites_by_workspace" ON "sites" USING btree ("workspace_id");