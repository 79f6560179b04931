import type { QueuedAction } from "#engine";
import { type Connection, type Owned, orderedMoments, peopleOf, shardsOf, workspacesOf } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export async function insertQueuedActions(sql: Connection, rows: readonly Owned<QueuedAction>[]): Promise<void> {
  await sql`
    insert into queued_actions (shard, id, workspace_id, person_id, journey_id, enrollment_id, epoch, at, effect)
    select shard, id, workspace_id, person_id, journey_id, enrollment_id, epoch, at::timestamptz, effect::json
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.id)}::uuid[], ${workspacesOf(rows)}::uuid[],
      ${peopleOf(rows)}::uuid[], ${rows.map(({ row }) => row.journeyId)}::uuid[],
      ${rows.map(({ row }) => row.enrollmentId)}::uuid[], ${rows.map(({ row }) => row.epoch)}::int[],
      ${orderedMoments(rows.map(({ row }) => row.at))}::text[], ${rows.map(({ row }) => JSON.stringify(row.effect))}::text[]
    ) as new (shard, id, workspace_id, person_id, journey_id, enrollment_id, epoch, at, effect)`;
}

export async function deleteQueuedActions(sql: Connection, rows: readonly Owned<string>[]): Promise<void> {
  await sql`
    delete from queued_actions
    using unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row)}::uuid[]) as done (shard, id)
    where queued_actions.shard = done.shard ${ofOneShard(sql, "queued_actions", shardsOf(rows))}
      and queued_actions.id = done.id`;
}
