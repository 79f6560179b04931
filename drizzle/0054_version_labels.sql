ALTER TABLE "versions" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "note" text;