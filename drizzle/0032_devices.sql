CREATE TABLE "devices" (
	"shard" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"token" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"platform" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "devices_shard_person_id_token_pk" PRIMARY KEY("shard","person_id","token")
);
--> statement-breakpoint
CREATE INDEX "devices_by_token" ON "devices" USING btree ("shard","workspace_id","token");