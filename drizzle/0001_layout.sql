-- What the table definitions cannot say: partitions, the fixed rows, and vacuum settings of the hot tables.

-- Catch what no weekly partition covers; the engine makes those a week ahead (R11).
CREATE TABLE "events_default" PARTITION OF "events" DEFAULT;--> statement-breakpoint
CREATE TABLE "history_default" PARTITION OF "history" DEFAULT;--> statement-breakpoint
CREATE TABLE "message_ids_default" PARTITION OF "message_ids" DEFAULT;--> statement-breakpoint

INSERT INTO "shards" ("shard") SELECT generate_series(0, 63);--> statement-breakpoint
INSERT INTO "engine_config" ("id", "revision") VALUES (1, 1);--> statement-breakpoint
-- Two uuids from the server's strong random source: 244 unguessable bits.
INSERT INTO "installation" ("id", "secret") VALUES (1, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));--> statement-breakpoint

-- Rows of these tables live for seconds to hours: vacuum by the thousand, not by the fifth of the table.
ALTER TABLE "positions" SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);--> statement-breakpoint
ALTER TABLE "inbox" SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);--> statement-breakpoint
ALTER TABLE "deliveries" SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0.05);--> statement-breakpoint
ALTER TABLE "people" SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);--> statement-breakpoint
ALTER TABLE "enrollments" SET (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);--> statement-breakpoint
ALTER TABLE "node_counts" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);--> statement-breakpoint
ALTER TABLE "journey_counts" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
