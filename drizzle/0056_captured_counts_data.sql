-- Captured messages were in no counter before.
INSERT INTO "delivery_counts" AS known (shard, journey_id, version_id, node_id, captured)
SELECT shard, journey_id, version_id, node_id, captured FROM captured_before
ON CONFLICT (shard, journey_id, version_id, node_id) DO UPDATE SET captured = excluded.captured;
