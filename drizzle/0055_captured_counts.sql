-- Counted before the column is added: that locks the table of figures until all migrations have ended, and workers wait for it.
CREATE TEMPORARY TABLE captured_before ON COMMIT DROP AS
SELECT shard, journey_id, version_id, node_id, count(*) AS captured FROM "deliveries"
WHERE status = 'captured' AND channel IN ('email', 'sms', 'push') AND journey_id <> '00000000-0000-0000-0000-000000000000'
GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
ALTER TABLE "delivery_counts" ADD COLUMN "captured" bigint DEFAULT 0 NOT NULL;