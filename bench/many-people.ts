import { type Database, newId } from "#db";
import { schema } from "#store";
import type { Ground } from "./ground.ts";

/** A uuid v7 in SQL whose last six bits are the shard, as `newId` makes them. */
const ID = `(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text || number), 1, 3)
  || '8' || substr(md5(number || random()::text), 1, 13) || lpad(to_hex((number / 64 % 4) * 64 + number % 64), 2, '0'))::uuid`;

/** Inserts this many people directly into the tables, spread over the shards; only the measured part uses the engine. */
export async function makePeople(ground: Ground, count: number): Promise<void> {
  const { database, workspaceId } = ground;
  await database.sql.unsafe(
    `insert into people (shard, id, workspace_id, external_id, traits)
     select number % 64, ${ID}, '${workspaceId}', 'm' || number,
       jsonb_build_object('plan', 'pro', 'name', 'Somebody', 'city', 'Lisbon')
     from generate_series(0, ${count - 1}) as made (number)`,
  );
}

/** A list with everyone of the workspace in it. */
export async function listEverybody({ database, workspaceId }: Ground): Promise<string> {
  const id = newId();
  await database.orm
    .insert(schema.segments)
    .values({ id, workspaceId, key: "everybody", name: "Everybody", kind: "static", builtAt: new Date() });
  await database.sql`
    insert into segment_members (shard, segment_id, person_id)
    select shard, ${id}, id from people where workspace_id = ${workspaceId}`;
  await database.sql`
    insert into segment_counts (shard, id, workspace_id, segment_id, members)
    select shard, gen_random_uuid(), ${workspaceId}, ${id}, count(*) from people where workspace_id = ${workspaceId} group by shard`;
  return id;
}

/** Enrollments with realistic rows that wait for a distant day, so that nothing advances them in a bench. */
export async function parkStrangers(database: Database, like: { journeyId: string }, count: number): Promise<void> {
  const step = 250_000;
  for (let from = 0; from < count; from += step) {
    await database.sql.unsafe(
      `insert into positions (shard, enrollment_id, workspace_id, journey_id, version_id, person_id, instance_key, epoch,
         node_id, wake_at, seq, enrolled_at, state)
       select number % 64, ${ID}, workspace_id, journey_id, version_id, ${ID.replaceAll("random()", "(random() + 1)")}, '',
         epoch, node_id, now() + interval '30 days' + number * interval '1 millisecond', seq, now(), state
       from generate_series(${from}, ${Math.min(from + step, count) - 1}) as made (number),
         (select * from positions where journey_id = '${like.journeyId}' limit 1) model`,
    );
  }
  await database.sql`vacuum analyze positions`;
}
