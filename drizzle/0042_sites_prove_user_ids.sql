ALTER TABLE "sites" ADD COLUMN "user_proof" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "proof_secret" text;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "former_proof_secret" text;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "proof_secret_at" timestamp with time zone;