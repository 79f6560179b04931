import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Engine, startEngine } from "#runtime";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { until } from "./testing/until.ts";

type One<Item> = { data: Item };
type Operation = { id: string; status: string };
type Answer = One<{ enrollments?: { status: string }[]; operation?: Operation }>;

let api: ApiFixture;
let engine: Engine;
let address: string;
let journeyId: string;
beforeAll(async () => {
  api = await apiFixture();
  engine = startEngine(api.database, { outbox: false });
  const nodes = [
    { type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
    { type: "WAIT", config: { duration: "30d" } },
    { type: "EXIT" },
  ];
  const edges = [0, 1].map((at) => ({ sourceNodeId: at, targetNodeId: at + 1 }));
  const body = { name: "By list", siteId: api.siteId, nodes, edges, settings: { reEntry: "every" } };
  journeyId = (await api.call<One<{ id: string }>>("POST /api/journeys", { body })).body.data.id;
  await api.call(`POST /api/journeys/${journeyId}/publish`);
  address = `POST /api/journeys/${journeyId}/enrollments`;
  for (const name of ["ada", "bob", "eve"]) await api.call("POST /api/people", { body: { externalId: name } });
});
afterAll(() => engine?.stop());

const refused = async (csv: string) => {
  const { status, body } = await api.call(address, { body: { csv } });
  expect(status).toBe(422);
  return body.errors?.map(({ field, message }) => `${field}: ${message}`);
};

describe("S31: a list as CSV", () => {
  test("is read with quoted line breaks, a byte order mark, semicolons and Windows line ends", async () => {
    const csv = '\uFEFFnote;userId\r\n"first\r\nsecond; ""quoted""";ada\r\n;bob\r\n';
    const { body } = await api.call<Answer>(address, { body: { csv } });
    expect(body.data.enrollments?.map(({ status }) => status)).toEqual(["ACTIVE", "ACTIVE"]);
  });

  test("without a column of ids it is refused with the columns that it has", async () => {
    expect(await refused("email,plan\nada@example.com,pro")).toEqual([
      'csv: The first line needs a column userId, anonymousId or personId; it has "email", "plan"',
    ]);
  });

  test("with rows of too many cells or too long ids, it is refused with the number of each line", async () => {
    expect(await refused(`plan,userId\n"a\nb",ada\nAnn, Lee,bob\n,${"x".repeat(256)}`)).toEqual([
      "csv: Line 4 has 3 cells, and the first line has 2",
      "csv: Line 5: an id may have 255 characters at most",
    ]);
    expect(await refused('userId,note\nada,"x')).toEqual(["csv: Line 2: a quote is opened here and never closed"]);
  });
});

describe("S31: properties of each person's own", () => {
  const triggers = async () => {
    const rows = await api.database.sql<{ who: string; properties: Record<string, unknown> }[]>`
      select external_id as who, trigger -> 'properties' as properties from enrollments
      join people on people.shard = enrollments.shard and people.id = person_id
      where journey_id = ${journeyId} order by enrolled_at desc, external_id`;
    return rows.map(({ who, properties }) => [who, properties]);
  };

  test("stand over the common ones; of a person named twice the first count", async () => {
    const people = [
      { userId: "ada", properties: { plan: "pro" } },
      { userId: "bob" },
      { userId: "ada", properties: { plan: "free" } },
    ];
    const body = { people, properties: { plan: "none", list: "spring" }, unknown: "skip" };
    await api.call(address, { body });
    expect((await triggers()).slice(0, 2)).toEqual([
      ["ada", { plan: "pro", list: "spring" }],
      ["bob", { plan: "none", list: "spring" }],
    ]);
  });

  test("come along where so many people are named that it takes an operation", async () => {
    const known = ["ada", "bob", "eve"].map((userId) => ({ userId, properties: { seat: userId.toUpperCase() } }));
    const others = Array.from({ length: 1_000 }, (_, index) => ({ anonymousId: `seat-${index}` }));
    const body = { people: [...others, ...known], properties: { list: "long" }, unknown: "create" };
    const { status, body: answer } = await api.call<Answer>(address, { body });
    expect(status).toBe(202);
    const operation = `GET /api/operations/${answer.data.operation?.id}`;
    await until(async () => (await api.call<One<Operation>>(operation)).body.data.status === "done");
    await until(
      async () =>
        (await triggers()).filter(([, properties]) => JSON.stringify(properties).includes("long")).length >= 3,
    );
    const long = (await triggers()).filter(([who]) => ["ada", "bob", "eve"].includes(String(who))).slice(0, 3);
    expect(new Map(long.map(([who, properties]) => [who, properties]))).toEqual(
      new Map(known.map(({ userId, properties }) => [userId, { list: "long", ...properties }])),
    );
  });
});
