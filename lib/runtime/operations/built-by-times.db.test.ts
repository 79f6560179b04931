import { beforeAll, expect, test } from "vitest";
import { newId, shardOf } from "#db";
import { membershipsOf, type SegmentDefinition } from "#engine";
import { schema } from "#store";
import { readPastEvents } from "#store/events";
import { readPeople } from "#store/people";
import { queueOperation, raiseRevision } from "../testing/publish.ts";
import { DAY, RuntimeHarness } from "../testing/runtime-harness.ts";

const PEOPLE = 24;
const ZONES = ["Pacific/Kiritimati", "America/Los_Angeles", null, 7];
const RULES = [
  { all: [{ event: "order", count: { gte: 2 }, within: "30d" }] },
  { any: [{ event: "visit", count: { gte: 1 }, within: "12h" }] },
  { all: [{ event: "order", count: { gte: 2 } }] },
  { all: [{ event: "order", within: "30d" }] },
  { all: [{ event: "order", count: { gte: 2 }, within: "1 month" }] },
  {
    any: [
      { event: "order", count: { eq: 0 } },
      { event: "visit", count: { lt: 2 }, within: "7d" },
    ],
  },
  {
    not: true,
    all: [
      { event: "visit", within: "12h" },
      { event: "order", count: { gt: 1 } },
    ],
  },
];

let stage: RuntimeHarness;
let people: string[];
let now: number;

/** People in several zones with up to seven events each, at the hours and days around which the rules change. */
beforeAll(async () => {
  stage = await RuntimeHarness.open();
  const { clock } = stage.runtime;
  now = clock.kind === "virtual" ? clock.at.getTime() : 0;
  const given = await stage.give(
    ...Array.from({ length: PEOPLE }, (_, index) => {
      const timezone = ZONES[index % ZONES.length];
      return { userId: `u${index}`, type: "identify" as const, traits: timezone === null ? {} : { timezone } };
    }),
  );
  people = given.map(({ personId }) => personId ?? "");
  for (const [index, personId] of people.entries()) {
    const ages = [0.2, 0.4, 0.6, 6.9, 7.3, 29.5, 30.4, 31.5].slice(index % 7, 2 + (index % 7) + (index % 3));
    const times = ages.map((age) => new Date(now - age * DAY).toISOString());
    await stage.database.sql`
      insert into events (shard, received_at, id, workspace_id, person_id, name, timestamp)
      select ${shardOf(personId)}, at, gen_random_uuid(), ${stage.workspaceId}, ${personId},
        case when place % 2 = 0 then 'app.order' else 'app.visit' end, at
      from unnest(${times}::text[]::timestamptz[]) with ordinality as made (at, place)`;
  }
  await stage.settle();
});

test.each(RULES)("R24 a build that reads times alone decides as the engine does: %j", async (rules) => {
  const { database, workspaceId } = stage;
  const id = newId();
  const segment: SegmentDefinition = { id, key: id, number: 1, rules };
  await database.orm
    .insert(schema.segments)
    .values({ id, workspaceId, key: id, name: id, kind: "rules", rules: { ...rules } });
  await raiseRevision(database);
  await database.sql`delete from segment_rechecks`;
  await queueOperation(database, { workspaceId, kind: "build_segment", input: { segmentId: id } });
  await stage.settle();
  const shards = people.map(shardOf);
  const rows = await readPeople(database.sql, shards, people);
  const events = await readPastEvents(database.sql, shards, people, ["app.order", "app.visit"]);
  const expected = rows.map((row) => {
    const own = events.filter(({ personId }) => personId === row.id);
    const subject = { timezone: "UTC", segments: new Map([[id, segment]]) };
    const { joins, recheckAt } = membershipsOf(subject, { ...row, segments: [] }, own, now, [segment]);
    return { person: row.id, isIn: joins.length > 0, recheckAt };
  });
  const members = await database.sql<
    { person_id: string }[]
  >`select person_id from segment_members where segment_id = ${id}`;
  const inside = expected.filter(({ isIn }) => isIn).map(({ person }) => person);
  expect(members.map((row) => row.person_id).sort()).toEqual(inside.sort());
  expect(inside.length % PEOPLE).toBeGreaterThan(0);
  const rechecks = await database.sql<{ person: string; at: number }[]>`
    select person_id as person, floor(date_part('epoch', recheck_at) * 1000 + 0.0005) as at from segment_rechecks`;
  const due = expected.flatMap(({ person, recheckAt }) => (recheckAt === null ? [] : [`${person} ${recheckAt}`]));
  expect(rechecks.map(({ person, at }) => `${person} ${at}`).sort()).toEqual(due.sort());
  const [counted] =
    await database.sql`select sum(members)::int as members from segment_counts where segment_id = ${id}`;
  expect(counted).toEqual({ members: inside.length });

  // A further build finds who belongs and is not in it, and who is in it and does not belong.
  const outside = people.filter((person) => !inside.includes(person));
  const [gone, strangers] = [inside.slice(0, 3), outside.slice(0, 3)];
  await database.sql`delete from segment_members where segment_id = ${id} and person_id = any(${gone}::uuid[])`;
  await database.sql`
    insert into segment_members (shard, segment_id, person_id) select get_byte(uuid_send(stranger), 15) & 63, ${id}, stranger
    from unnest(${strangers}::uuid[]) as added (stranger)`;
  await queueOperation(database, { workspaceId, kind: "build_segment", input: { segmentId: id } });
  await stage.settle();
  const after = await database.sql<
    { person_id: string }[]
  >`select person_id from segment_members where segment_id = ${id}`;
  expect(after.map((row) => row.person_id).sort()).toEqual(inside.sort());
});
