CREATE TABLE "survey_counts" (
	"shard" smallint NOT NULL,
	"survey_id" uuid NOT NULL,
	"day" date NOT NULL,
	"revision" integer NOT NULL,
	"question" text NOT NULL,
	"option" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "survey_counts_shard_survey_id_day_revision_question_option_pk" PRIMARY KEY("shard","survey_id","day","revision","question","option")
);
--> statement-breakpoint
CREATE TABLE "survey_responses" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"person_id" uuid,
	"place" json DEFAULT '{}'::json NOT NULL,
	"source" text NOT NULL,
	"answers" json DEFAULT '{}'::json NOT NULL,
	"score" integer,
	"asked" json DEFAULT '[]'::json NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	CONSTRAINT "survey_responses_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE INDEX "survey_responses_by_survey" ON "survey_responses" USING btree ("shard","survey_id","started_at");--> statement-breakpoint
CREATE INDEX "survey_responses_by_person" ON "survey_responses" USING btree ("shard","person_id");