CREATE TABLE "decision_flows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"offer_ids" uuid[],
	"channel" text,
	"rules" jsonb,
	"expression" text,
	"score" text,
	"sampling" text DEFAULT 'off' NOT NULL,
	"caps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"suppress" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"max_offers" integer,
	"learned_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offer_counts" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"flow_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"offered" bigint NOT NULL,
	"explored" bigint NOT NULL,
	"sent" bigint NOT NULL,
	"impressions" bigint NOT NULL,
	"clicks" bigint NOT NULL,
	"conversions" bigint NOT NULL,
	"dismissals" bigint NOT NULL,
	CONSTRAINT "offer_counts_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "offer_decisions" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"visit" integer NOT NULL,
	"flow_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"score" double precision NOT NULL,
	"explored" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_decisions_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"channel" text,
	"content_id" uuid,
	"rules" jsonb,
	"expression" text,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"priority" integer DEFAULT 0 NOT NULL,
	"score" text,
	"caps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"properties" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"learned" jsonb,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"offer_id" uuid,
	"flow_id" uuid,
	"enrollment_id" uuid,
	"journey_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "outcomes_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
ALTER TABLE "decision_flows" ADD CONSTRAINT "decision_flows_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "decision_flows_by_key" ON "decision_flows" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_flows_by_number" ON "decision_flows" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE INDEX "offer_counts_by_offer" ON "offer_counts" USING btree ("shard","workspace_id","offer_id");--> statement-breakpoint
CREATE INDEX "offer_decisions_by_person" ON "offer_decisions" USING btree ("shard","person_id","at");--> statement-breakpoint
CREATE INDEX "offer_decisions_by_journey" ON "offer_decisions" USING btree ("shard","journey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_by_key" ON "offers" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_by_number" ON "offers" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE INDEX "outcomes_by_person" ON "outcomes" USING btree ("shard","person_id","at");--> statement-breakpoint
CREATE INDEX "outcomes_by_journey" ON "outcomes" USING btree ("shard","journey_id") WHERE journey_id is not null;