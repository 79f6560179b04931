-- Lists of people wrote opt-outs as the trait `unsubscribed`. Who has it is unsubscribed from all marketing; the trait stays.
insert into subscriptions (shard, person_id, topic, channel, workspace_id, state, source, at)
select shard, id, '*', '*', workspace_id, 'unsubscribed', 'import', updated_at
from people
where merged_into is null and traits @> '{"unsubscribed": true}'
on conflict do nothing;
--> statement-breakpoint
insert into consent_changes (shard, id, workspace_id, person_id, at, what, topic, channel, current, source, reason)
select shard, (overlay(gen_random_uuid()::text placing right(person_id::text, 2) from 35))::uuid, workspace_id, person_id, at,
  'subscription', '*', '*', 'unsubscribed', 'import', 'the trait unsubscribed of an earlier list'
from subscriptions
where source = 'import' and topic = '*' and channel = '*' and state = 'unsubscribed'
  and not exists (
    select from consent_changes c where c.shard = subscriptions.shard and c.person_id = subscriptions.person_id);
