CREATE TABLE "content_drafts" (
	"content_id" uuid PRIMARY KEY NOT NULL,
	"base_revision" integer NOT NULL,
	"edit" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"subject" text,
	"html" text,
	"text" text,
	"body" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"mail" jsonb,
	"on_empty" text DEFAULT 'send' NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "content_seen" (
	"shard" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"content_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"type" text NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"shown_at" json DEFAULT '[]'::json NOT NULL,
	"completed_at" timestamp with time zone,
	"dismissed_at" timestamp with time zone,
	"dismissed_scope" text,
	"dismissed_until" timestamp with time zone,
	CONSTRAINT "content_seen_shard_person_id_content_id_pk" PRIMARY KEY("shard","person_id","content_id")
);
--> statement-breakpoint
CREATE TABLE "images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"digest" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_import_parts" (
	"shard" smallint NOT NULL,
	"import_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"rows" json,
	"refused" json NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "people_import_parts_shard_import_id_number_pk" PRIMARY KEY("shard","import_id","number")
);
--> statement-breakpoint
CREATE TABLE "people_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text,
	"columns" jsonb NOT NULL,
	"delimiter" text NOT NULL,
	"rows" integer NOT NULL,
	"refused" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "test_sends" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"content_id" uuid NOT NULL,
	"person_id" uuid,
	"recipient" text NOT NULL,
	"sender" text NOT NULL,
	"subject" text NOT NULL,
	"letter" json,
	"status" text NOT NULL,
	"error" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"sent_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "content_revisions" ALTER COLUMN "body" SET DEFAULT '{}'::jsonb;--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "mail" jsonb;--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "compiled" jsonb;--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "transactional" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "topic_id" uuid;--> statement-breakpoint
ALTER TABLE "content_revisions" ADD COLUMN "mail" jsonb;--> statement-breakpoint
ALTER TABLE "content_revisions" ADD COLUMN "compiled" jsonb;--> statement-breakpoint
ALTER TABLE "content_revisions" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "reasons" json;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "display" json;--> statement-breakpoint
ALTER TABLE "content_drafts" ADD CONSTRAINT "content_drafts_content_id_content_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."content"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_imports" ADD CONSTRAINT "people_imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_sends" ADD CONSTRAINT "test_sends_content_id_content_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."content"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "images_by_digest" ON "images" USING btree ("workspace_id","digest");--> statement-breakpoint
CREATE INDEX "people_import_parts_waiting" ON "people_import_parts" USING btree ("workspace_id") WHERE rows is not null;--> statement-breakpoint
CREATE INDEX "people_imports_by_workspace" ON "people_imports" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "test_sends_due" ON "test_sends" USING btree ("due_at") WHERE status in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "test_sends_by_content" ON "test_sends" USING btree ("content_id","created_at");--> statement-breakpoint
CREATE INDEX "test_sends_by_person" ON "test_sends" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_in_page" ON "deliveries" USING btree ("queued_at") WHERE channel = 'inapp';