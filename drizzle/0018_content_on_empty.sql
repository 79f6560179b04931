ALTER TABLE "content" ADD COLUMN "on_empty" text DEFAULT 'send' NOT NULL;--> statement-breakpoint
ALTER TABLE "content_revisions" ADD COLUMN "on_empty" text DEFAULT 'send' NOT NULL;