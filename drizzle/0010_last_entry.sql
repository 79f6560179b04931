-- People merged before this carried no time of entry over (R29, R39).
update people set last_entered_at = entered.at
from (select shard, person_id, max(enrolled_at) as at from enrollments group by shard, person_id) as entered
where people.shard = entered.shard and people.id = entered.person_id
  and (people.last_entered_at is null or people.last_entered_at < entered.at);
