insert into segment_counts (shard, id, workspace_id, segment_id, members)
select m.shard, gen_random_uuid(), s.workspace_id, m.segment_id, count(*)
from segment_members m join segments s on s.id = m.segment_id
group by m.shard, s.workspace_id, m.segment_id;
