insert into journey_series (shard, journey_id, at, enrolled, completed, stopped, failed)
select get_byte(uuid_send(journey_id), 15) & 63, journey_id, date_bin('15 minutes', at, '1970-01-01Z'),
  count(*) filter (where outcome = 'enrolled'), count(*) filter (where outcome = 'completed'),
  count(*) filter (where outcome = 'stopped'), count(*) filter (where outcome = 'failed')
from (
  select journey_id, enrolled_at as at, 'enrolled' as outcome from enrollments
  union all
  select journey_id, ended_at, case
      when status <> 'archived' then status
      when exit_reason in ('finished', 'goal_reached') then 'completed'
      when exit_reason in ('loop', 'step_failed') then 'failed'
      else 'stopped' end
  from enrollments where ended_at is not null and status <> 'active'
) happened
group by 1, 2, 3;
