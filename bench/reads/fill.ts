import { newId } from "#db";
import { schema } from "#store";
import { draw } from "../../lib/runtime/testing/draw.ts";
import { publish } from "../../lib/runtime/testing/publish.ts";
import type { Ground } from "../ground.ts";

/** What the measured reads ask for. */
export type Filled = {
  readonly journeyId: string;
  readonly segmentId: string;
  readonly people: number;
};

/** A uuid v7 in SQL of the time `at`, whose last six bits are the shard `number % 64`. */
const idAt = (at: string, salt: string) => `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7'
  || substr(md5('${salt}' || number), 1, 3) || '8' || substr(md5(number || '${salt}'), 1, 13)
  || lpad(to_hex((number / 64 % 4) * 64 + number % 64), 2, '0'))::uuid`;

/** People came evenly over the last 30 days. */
const cameAt = (people: number) => `(now() - interval '30 days' * (${people} - number) / ${people})`;

/**
 * People, three events and two enrollments each, one half of them in a segment, by one statement a table, so that a million
 * people take minutes. Half of the enrollments have completed.
 */
export async function fillReads(ground: Ground, people: number): Promise<Filled> {
  const { database, workspaceId } = ground;
  const run = (statement: string) => database.sql.unsafe(statement);
  await run(
    `insert into people (shard, id, workspace_id, external_id, traits, created_at, last_seen_at)
     select number % 64, ${idAt(cameAt(people), "p")}, '${workspaceId}', 'user-' || number,
       jsonb_build_object('plan', case when number % 3 = 0 then 'pro' else 'free' end,
         'firstName', (array['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Donald', 'Frances', 'John'])[1 + number % 8],
         'lastName', initcap(substr(md5('last' || number), 1, 8)),
         'email', 'user' || number || '@mail.example', 'city', 'Lisbon'),
       ${cameAt(people)}, now()
     from generate_series(0, ${people - 1}) as made (number)`,
  );
  await run(
    `insert into people_search (shard, person_id, workspace_id, words, created_at)
     select shard, id, workspace_id, lower(concat_ws(' ', '', external_id, traits ->> 'email', traits ->> 'firstName',
       traits ->> 'lastName')), created_at
     from people`,
  );
  const segmentId = newId();
  await database.orm
    .insert(schema.segments)
    .values({ id: segmentId, workspaceId, key: "half", name: "Half", kind: "static", builtAt: new Date() });
  await run(
    `insert into segment_members (shard, segment_id, person_id)
     select shard, '${segmentId}', id from people where traits ->> 'firstName' in ('Ada', 'Grace', 'Alan', 'John')`,
  );
  await run(
    `insert into segment_counts (shard, id, workspace_id, segment_id, members)
     select shard, gen_random_uuid(), '${workspaceId}', segment_id, count(*) from segment_members group by shard, segment_id`,
  );
  await fillEvents(ground);
  const journeyId = await fillJourney(ground);
  await fillJourney(ground);
  await run("vacuum analyze");
  return { journeyId, segmentId, people };
}

/** One event in 10,000 has a rare name. They lie in the order in which they came, as in a log. */
async function fillEvents({ database, workspaceId }: Ground): Promise<void> {
  await database.sql.unsafe(
    `insert into events (shard, received_at, id, workspace_id, person_id, name, properties, timestamp, message_id)
     select shard, at, gen_random_uuid(), '${workspaceId}', id,
       case when random() < 0.0001 then 'app.account_closed' else (array['app.page_seen', 'app.cart_filled', 'app.order_paid'])[turn] end,
       json_build_object('amount', turn * 10), at, gen_random_uuid()
     from people, generate_series(1, 3) as turns (turn),
       lateral (select created_at + (now() - created_at) * random() as at) as moment
     order by at`,
  );
  await database.sql.unsafe(
    `insert into event_catalog (workspace_id, name, count, first_seen_at, last_seen_at)
     select workspace_id, name, count(*), min(received_at), max(received_at) from events group by 1, 2`,
  );
}

/** A journey that everybody entered within a day of coming; every second person has completed it. */
async function fillJourney(ground: Ground): Promise<string> {
  const { database, workspaceId } = ground;
  const { journeyId, versionId } = await publish(
    database,
    ground,
    draw({
      nodes: [
        { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
        { name: "wait", type: "WAIT", config: { duration: "30d" } },
      ],
      edges: [{ from: "start", to: "wait" }],
    }),
  );
  const nodeId = newId();
  await database.sql.unsafe(
    `insert into enrollments (shard, id, workspace_id, journey_id, version_id, person_id, epoch, status, exit_reason,
       entry_node_id, last_node_id, enrolled_at, ended_at)
     select shard, ${idAt("at", journeyId).replaceAll("number", "place")}, '${workspaceId}', '${journeyId}', '${versionId}', id, 0,
       case when place % 2 = 0 then 'completed' else 'active' end, case when place % 2 = 0 then 'finished' end,
       '${nodeId}', '${nodeId}', at, case when place % 2 = 0 then at + interval '2 hours' end
     from (select shard, id, created_at, (row_number() over ()) * 64 + shard as place from people) as everybody,
       lateral (select created_at + (now() - created_at) * random() / 30 as at) as moment`.replaceAll(
      "place / 64 % 4",
      "place % 4",
    ),
  );
  await database.sql.unsafe(
    `insert into positions (shard, enrollment_id, workspace_id, journey_id, version_id, person_id, epoch, node_id, wake_at,
       enrolled_at, state)
     select shard, id, workspace_id, journey_id, version_id, person_id, epoch, entry_node_id, now() + interval '30 days',
       enrolled_at, '{}'
     from enrollments where journey_id = '${journeyId}' and status = 'active'`,
  );
  await database.sql.unsafe(
    `insert into journey_counts (shard, id, journey_id, version_id, enrolled, completed)
     select shard, gen_random_uuid(), journey_id, version_id, count(*), count(*) filter (where status = 'completed')
     from enrollments where journey_id = '${journeyId}' group by shard, journey_id, version_id`,
  );
  await database.sql.unsafe(
    `insert into journey_series (shard, journey_id, at, enrolled, completed, stopped, failed)
     select get_byte(uuid_send(journey_id), 15) & 63, journey_id, date_bin('15 minutes', at, '1970-01-01Z'),
       count(*) filter (where not is_end), count(*) filter (where is_end), 0, 0
     from (
       select journey_id, enrolled_at as at, false as is_end from enrollments
       union all
       select journey_id, ended_at, true from enrollments where ended_at is not null
     ) happened where journey_id = '${journeyId}' group by 1, 2, 3`,
  );
  return journeyId;
}
