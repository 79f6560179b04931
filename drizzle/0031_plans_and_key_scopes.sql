CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"title" text NOT NULL,
	"reason" text,
	"revision" integer NOT NULL,
	"input" jsonb NOT NULL,
	"effect" jsonb NOT NULL,
	"backtest" jsonb,
	"proposed_by" text NOT NULL,
	"proposed_by_user" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"outcome" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "scopes" text[];--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plans_by_workspace" ON "plans" USING btree ("workspace_id","status","created_at");--> statement-breakpoint
CREATE INDEX "plans_by_journey" ON "plans" USING btree ("journey_id");