-- Captured messages were in no counter before. One pass over the deliveries; the channels are those whose sent messages are counted.
INSERT INTO "delivery_counts" AS known (shard, journey_id, version_id, node_id, captured)
SELECT shard, journey_id, version_id, node_id, count(*) FROM "deliveries"
WHERE status = 'captured' AND channel IN ('email', 'sms', 'push') AND journey_id <> '00000000-0000-0000-0000-000000000000'
GROUP BY 1, 2, 3, 4
ON CONFLICT (shard, journey_id, version_id, node_id) DO UPDATE SET captured = excluded.captured;
