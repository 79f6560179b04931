import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#db";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type Row = { id: string; externalId: string | null };
type Listed = {
  data: Row[];
  meta: { total: number; totalPages: number; page: number; isAbout?: boolean; nextCursor: string | null };
  errors?: { field: string }[];
};

const PEOPLE = 2_510;
let api: ApiFixture;
let journeyId: string;

/** People who came a second apart, each enrolled once, by statements of their own. */
beforeAll(async () => {
  api = await apiFixture();
  const { database, workspaceId } = api;
  const at = database.sql`now() - interval '2 days' + number * interval '1 second'`;
  await database.sql`
    insert into people (shard, id, workspace_id, external_id, tags, created_at)
    select ('x' || right(id::text, 2))::bit(8)::int & 63, id, ${workspaceId}, 'user-' || number,
      case when number % 1000 = 7 then array['vip'] else '{}' end, ${at}
    from generate_series(1, ${PEOPLE}::int) as made (number), lateral (select gen_random_uuid() as id, number as n) as own`;
  await database.sql`
    insert into people_search (shard, person_id, workspace_id, words, tags, created_at)
    select shard, id, workspace_id, ' ' || external_id || ' ada lovelace' || right(external_id, 2), tags, created_at from people`;
  const site = { name: "Welcome", siteId: api.siteId };
  journeyId = (await api.call<{ data: Row }>("POST /api/journeys", { body: site })).body.data.id;
  const versionId = newId();
  await database.sql`
    insert into enrollments (shard, id, workspace_id, journey_id, version_id, person_id, epoch, status, entry_node_id, enrolled_at,
      hidden_at)
    select shard, id, workspace_id, ${journeyId}, ${versionId}, id, 0, 'completed', id, created_at,
      case when external_id = 'user-2500' then now() end
    from people`;
  await database.sql`
    insert into journey_counts (shard, id, journey_id, version_id, enrolled, completed)
    values (0, ${newId(0)}, ${journeyId}, ${versionId}, ${PEOPLE}, ${PEOPLE})`;
});

const list = async (path: string) => (await api.call<Listed>(`GET ${path}`)).body;
const namesOf = ({ data }: Listed) => data.map(({ externalId }) => Number(externalId?.slice("user-".length)));
const downFrom = (first: number, count: number) => Array.from({ length: count }, (_, place) => first - place);

describe("R51 people", () => {
  test("are answered on every page, from the nearer end", async () => {
    for (const [page, first, count] of [
      [1, PEOPLE, 20],
      [40, PEOPLE - 780, 20],
      [70, PEOPLE - 1_380, 20],
      [126, 10, 10],
      [127, 0, 0],
    ] as const) {
      const answer = await list(`/api/people?page=${page}`);
      expect(namesOf(answer)).toEqual(downFrom(first, count));
      expect(answer.meta).toMatchObject({ total: PEOPLE, totalPages: 126, page });
    }
  });

  test("are walked by cursors, with nobody twice and nobody left out", async () => {
    const seen: number[] = [];
    let next: string | null = "";
    for (let page = 1; next !== null; page += 1) {
      const answer: Listed = await list(`/api/people?limit=100${next && `&cursor=${next}`}`);
      expect(answer.meta.page).toBe(page);
      seen.push(...namesOf(answer));
      next = answer.meta.nextCursor;
    }
    expect(seen).toEqual(downFrom(PEOPLE, PEOPLE));
  });

  test.each([
    ["search=user-77", 11],
    ["search=LOVELACE42", 25],
    ["search=42%20ada", 25],
    ["search=us", PEOPLE],
    ["search=er", 0],
    ["search=100%25", 0],
    ["search=nobody", 0],
    ["tag=vip", 3],
    ["tag=vip&search=user-1007", 1],
  ])("are found by %s", async (query, total) => {
    expect((await list(`/api/people?${query}`)).meta).toMatchObject({ total });
  });
});

describe("R51 enrollments", () => {
  test("are answered from the nearer end and by cursors, without those that are hidden", async () => {
    const first = await list(`/api/journeys/${journeyId}/enrollments?limit=10`);
    expect(first.meta.total).toBe(PEOPLE - 1);
    const second = await list(`/api/journeys/${journeyId}/enrollments?limit=10&cursor=${first.meta.nextCursor}`);
    const both = await list(`/api/journeys/${journeyId}/enrollments?limit=20`);
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(both.data.map(({ id }) => id));
    expect(both.data).toHaveLength(20);
    const last = await list(`/api/journeys/${journeyId}/enrollments?limit=20&page=126`);
    const oldest = await list("/api/people?limit=20&page=126");
    expect(last.data.slice(-5).map(({ id }) => id)).toEqual(oldest.data.slice(-5).map(({ id }) => id));
    expect(last.data).toHaveLength(9);
  });
});

describe("R51 events of one name", () => {
  /** 2,000 that came a minute apart; 2,000 that came long ago with five of late; and others between them. */
  beforeAll(async () => {
    const { sql } = api.database;
    await sql`
      insert into events (shard, received_at, id, workspace_id, person_id, name, timestamp)
      select shard, at, gen_random_uuid(), ${api.workspaceId}, id, name, at
      from generate_series(1, 2005) as made (number),
        lateral (values ('app.steady', now() - number * interval '1 minute'),
          ('app.other', now() - number * interval '90 seconds'),
          ('app.burst', now() - case when number > 5 then interval '99 days' else interval '0' end - number * interval '1 second')
        ) as told (name, at),
        (select shard, id from people limit 1) person`;
    await sql`
      insert into event_catalog (workspace_id, name, count, first_seen_at, last_seen_at)
      select workspace_id, name, count(*), min(received_at), max(received_at) from events group by 1, 2`;
  });

  test.each([
    ["of the middle", "app.steady", 40, 50],
    ["beyond a time without any", "app.burst", 1, 20],
    ["that is the last", "app.burst", 41, 50],
    ["of a name that is not in the catalogue yet", "app.other", 3, 20],
  ])("are all there on a page %s", async (_, name, page, limit) => {
    const { sql } = api.database;
    if (name === "app.other") await sql`delete from event_catalog where name = ${name}`;
    const expected = await sql<{ id: string }[]>`
      select id from events where name = ${name} order by received_at desc, id desc limit ${limit} offset ${(page - 1) * limit}`;
    const { data, meta } = await list(`/api/events?name=${name}&page=${page}&limit=${limit}`);
    expect(data.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(data.length).toBeGreaterThan(0);
    expect(meta).toMatchObject({ total: 2005, page });
  });

  test("are none of an unknown name", async () => {
    expect(await list("/api/events?name=app.never")).toMatchObject({ data: [], meta: { total: 0 } });
  });
});

test("a cursor of another list, or cut short, is refused by name", async () => {
  const { meta } = await list("/api/people?limit=10");
  const other = (await apiFixture()).call;
  const { sql } = api.database;
  for (const key of ["one", "two"]) {
    const [{ id } = { id: "" }] = await sql<{ id: string }[]>`
      insert into segments (id, workspace_id, key, name, kind, built_at)
      values (${newId()}, ${api.workspaceId}, ${key}, ${key}, 'static', now()) returning id`;
    await sql`insert into segment_members (shard, segment_id, person_id) select shard, ${id}, id from people limit 3`;
    await sql`
      insert into segment_counts (shard, id, workspace_id, segment_id, members)
      values (0, ${newId(0)}, ${api.workspaceId}, ${id}, 3)`;
  }
  const ofOne = (await list("/api/segments/one/members?limit=2")).meta.nextCursor;
  expect((await list(`/api/people?segmentId=one&limit=2&cursor=${ofOne}`)).data).toHaveLength(1);
  const ofJourney = (await list(`/api/journeys/${journeyId}/enrollments?limit=10`)).meta.nextCursor;
  const refused = [
    `/api/journeys/${journeyId}/enrollments?cursor=${meta.nextCursor}`,
    `/api/journeys/${journeyId}/enrollments?cursor=${ofJourney?.slice(0, -2)}`,
    `/api/people?cursor=${meta.nextCursor?.slice(3)}`,
    `/api/people?cursor=${ofJourney}`,
    `/api/people?cursor=${ofOne}`,
    `/api/people?segmentId=two&cursor=${ofOne}`,
    `/api/segments/two/members?cursor=${ofOne}`,
    `/api/segments/one/members?cursor=${meta.nextCursor}`,
    `/api/segments/one/members?cursor=${ofOne?.slice(1)}`,
  ];
  for (const path of refused) {
    const { status, body } = await api.call<Listed>(`GET ${path}`);
    expect([path, status, body.errors?.map(({ field }) => field)]).toEqual([path, 400, ["cursor"]]);
  }
  const foreign = await other<Listed>(`GET /api/people?cursor=${meta.nextCursor}`);
  expect([foreign.status, foreign.body.errors?.[0]?.field]).toEqual([400, "cursor"]);
});

test("without the extension of trigrams people are found by the beginnings of words", async () => {
  const { call, database } = await apiFixture();
  // As the migration leaves a database that has no such extension.
  await database.sql`drop index people_search_trigrams`;
  for (const externalId of ["ada-lovelace@mail.example", "grace"])
    await call("POST /api/people", { body: { externalId } });
  const found = async (search: string) =>
    (await call<Listed>(`GET /api/people?search=${encodeURIComponent(search)}`)).body.data.map((row) => row.externalId);
  expect(await found("Love")).toEqual(["ada-lovelace@mail.example"]);
  expect(await found("mail ad")).toEqual(["ada-lovelace@mail.example"]);
  expect(await found("ovel")).toEqual([]);
  expect(await found("@&!")).toEqual([]);
});
