CREATE TABLE "journey_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"product" text NOT NULL,
	"foreign_id" text NOT NULL,
	"document" jsonb NOT NULL,
	"ids" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"messages" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"report" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"imported_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "journey_imports" ADD CONSTRAINT "journey_imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_imports" ADD CONSTRAINT "journey_imports_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "journey_imports_by_origin" ON "journey_imports" USING btree ("workspace_id","product","foreign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "journey_imports_by_journey" ON "journey_imports" USING btree ("journey_id");