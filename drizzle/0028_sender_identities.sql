CREATE TABLE "sender_identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"verified_at" timestamp with time zone,
	"verified_by" text,
	"link_nonce" text,
	"link_expires_at" timestamp with time zone,
	"link_status" text,
	"link_due_at" timestamp with time zone,
	"link_attempts" integer DEFAULT 0 NOT NULL,
	"link_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sender_identities" ADD CONSTRAINT "sender_identities_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sender_identities_by_email" ON "sender_identities" USING btree ("workspace_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "sender_identities_by_key" ON "sender_identities" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "sender_identities_by_number" ON "sender_identities" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE INDEX "sender_identities_with_mail" ON "sender_identities" USING btree ("link_due_at") WHERE link_status in ('queued', 'sending');