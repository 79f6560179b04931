CREATE TABLE "delivery_counts" (
	"shard" smallint NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"sent" bigint DEFAULT 0 NOT NULL,
	"open_tracked" bigint DEFAULT 0 NOT NULL,
	"click_tracked" bigint DEFAULT 0 NOT NULL,
	"delivered" bigint DEFAULT 0 NOT NULL,
	"opened" bigint DEFAULT 0 NOT NULL,
	"machine_opened" bigint DEFAULT 0 NOT NULL,
	"clicked" bigint DEFAULT 0 NOT NULL,
	"bounced" bigint DEFAULT 0 NOT NULL,
	"complained" bigint DEFAULT 0 NOT NULL,
	"unsubscribed" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "delivery_counts_shard_journey_id_version_id_node_id_pk" PRIMARY KEY("shard","journey_id","version_id","node_id")
);
--> statement-breakpoint
CREATE TABLE "message_events" (
	"shard" smallint NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key" text NOT NULL,
	"detail" json NOT NULL,
	CONSTRAINT "message_events_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "track_opens" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "track_clicks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "clicked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "complained_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "unsubscribed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "confirm_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "confirm_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "message_events_once" ON "message_events" USING btree ("shard","delivery_id","key");--> statement-breakpoint
CREATE INDEX "message_events_by_person" ON "message_events" USING btree ("shard","person_id","at");--> statement-breakpoint
CREATE INDEX "message_events_by_time" ON "message_events" USING btree ("shard","at");--> statement-breakpoint
CREATE INDEX "subscriptions_to_confirm" ON "subscriptions" USING btree ("shard","confirm_due_at") WHERE confirm_due_at is not null;