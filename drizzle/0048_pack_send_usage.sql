ALTER TABLE "send_usage" ALTER COLUMN "sent" SET DEFAULT '[]'::json;--> statement-breakpoint
ALTER TABLE "send_usage" ADD COLUMN "places" text DEFAULT '' NOT NULL;