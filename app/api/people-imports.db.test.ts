import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Engine, startEngine } from "#runtime";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { until } from "./testing/until.ts";

type Refused = { line: number; column: string | null; message: string };
type List = {
  id: string;
  rows: number;
  created: number;
  updated: number;
  refused: number;
  columns: { name: string; to: string; note: string | null }[];
  operation: { id: string; status: string; done: number; finishedAt: string | null };
};
type Preview = { refusedRows: Refused[]; first: object[]; notes: string[] };
type Person = { data: { traits: object; tags: string[]; stage: string | null; anonymousId: string | null } };

let api: ApiFixture;
let engine: Engine;
beforeAll(async () => {
  api = await apiFixture();
  engine = startEngine(api.database, { outbox: false });
});
afterAll(() => engine?.stop());

const importList = async (csv: string, rest: object = {}) => {
  const { body } = await api.call<{ data: List }>("POST /api/people-imports", { body: { csv, ...rest } });
  return await ended(body.data);
};
/** Small lists are done with the answer. */
const ended = async (list: List): Promise<List> => {
  let now = list;
  const hasEnded = async () => {
    if (now.operation.finishedAt !== null) return true;
    now = (await api.call<{ data: List }>(`GET /api/people-imports/${list.id}`)).body.data;
    return false;
  };
  await until(hasEnded);
  return now;
};
const preview = async (csv: string, rest: object = {}) =>
  (await api.call<{ data: Preview }>("POST /api/people-imports/preview", { body: { csv, ...rest } })).body.data;
const refusedRows = async (id: string, query = "") =>
  (await api.call<{ data: Refused[]; meta: object }>(`GET /api/people-imports/${id}/refused${query}`)).body;
const person = async (id: string) => (await api.call<Person>(`GET /api/people/${id}`)).body.data;
const number = (name: string, form = "number") => ({ [name]: { to: "trait", form } });

describe("a list of people", () => {
  it("creates people with traits, tags, stage and opt-outs, and says how the opt-out is stored", async () => {
    const csv =
      'userId,email,Plan,tags,stage,opt-out\nada,ada@a.example,pro,"vip, early",won,yes\nbea,bea@b.example,,,,no\n';
    const answer = await importList(csv);
    expect(answer).toMatchObject({
      rows: 2,
      created: 2,
      updated: 0,
      refused: 0,
      operation: { status: "done", done: 2 },
    });
    expect((await preview(csv)).notes).toEqual([expect.stringContaining("gets no marketing")]);
    expect(await person("ada")).toMatchObject({
      traits: { email: "ada@a.example", Plan: "pro" },
      tags: ["vip", "early"],
      stage: "won",
    });
    expect(await person("bea")).toMatchObject({ traits: { email: "bea@b.example" }, tags: [] });
  });

  it("again changes the same people, creates nobody, and leaves what an empty cell says nothing of", async () => {
    await importList("userId,city,age\ncy,Oslo,30\n");
    const again = await importList("userId,city,age\ncy,Bergen,\n");
    expect(again).toMatchObject({ created: 0, updated: 1 });
    expect(await person("cy")).toMatchObject({ traits: { city: "Bergen", age: "30" } });
  });

  it("stores the good rows, and names each refused one by its line, also behind a quoted line break", async () => {
    const csv = 'userId,note,age\ndi,"two\nlines",7\n,nobody,8\nedo,x,old\nfay,y,9,extra\ngus,z,10\n';
    const answer = await importList(csv, { columns: number("age") });
    expect(answer).toMatchObject({ rows: 5, created: 2, refused: 3 });
    const refused = [
      { line: 4, column: null, message: "The row names nobody: its id is empty." },
      { line: 5, column: "age", message: "The cell is no number." },
      { line: 6, column: null, message: "The row has 4 cells, and the first line has 3." },
    ];
    expect((await preview(csv, { columns: number("age") })).refusedRows).toEqual(refused);
    expect((await refusedRows(answer.id)).data).toEqual(refused);
    expect(await refusedRows(answer.id, "?limit=2&page=2")).toMatchObject({ data: [refused[2]], meta: { total: 3 } });
    expect(await person("di")).toMatchObject({ traits: { note: "two\nlines", age: 7 } });
  });

  it("reads what Excel writes: sep=, semicolons, decimal commas, a byte order mark, and never casts by itself", async () => {
    await importList("\uFEFFuserId;sum;zip\r\nhal;1.234,5;007\r\n", { columns: number("sum") });
    expect(await person("hal")).toMatchObject({ traits: { sum: 1234.5, zip: "007" } });
    await importList("sep=;\nuserId;sum\nhal;2,5\n", { columns: number("sum") });
    expect(await person("hal")).toMatchObject({ traits: { sum: 2.5 } });
    await importList('userId,sum\nhal,"1,234.5"\n', { columns: number("sum") });
    expect(await person("hal")).toMatchObject({ traits: { sum: 1234.5 } });
  });

  it("skips columns without a name and those whose name was there before, and says so", async () => {
    const answer = await importList("userId,,city,city\nida,x,Oslo,Rome\n");
    expect(answer.columns.map(({ to, note }) => [to, note === null])).toEqual([
      ["userId", true],
      ["skip", false],
      ["trait", true],
      ["skip", false],
    ]);
    expect(await person("ida")).toMatchObject({ traits: { city: "Oslo" } });
  });

  it("shows the first rows in a preview, and stores nobody", async () => {
    const answer = await preview("mail,name\njo@j.example,Jo\n", { columns: { mail: { to: "userId" } } });
    expect(answer).toMatchObject({ first: [{ userId: "jo@j.example", traits: { name: "Jo" } }] });
    expect((await api.call("GET /api/people/jo@j.example")).status).toBe(404);
  });

  it("shows a list without a column of ids, so that one can be chosen", async () => {
    const { notes, first } = await preview("Customer,age\njo,7\n");
    expect(notes).toEqual([expect.stringContaining("Say which column is the user id")]);
    expect(first).toEqual([{ traits: { Customer: "jo", age: "7" } }]);
  });

  it("gives somebody who is known by a browser only their id, and emits nothing", async () => {
    await importList("anonymousId,color\nbrowser-1,red\n");
    await importList("userId,anonymousId,color\nkim,browser-1,blue\n");
    const kim = await person("kim");
    expect(kim).toMatchObject({ anonymousId: "browser-1", traits: { color: "blue" } });
    const events = await api.database
      .sql`select 1 from events where workspace_id = ${api.workspaceId} and name = 'user.created'`;
    expect(events).toHaveLength(0);
  });

  it("counts each row once, and of two rows of one person the later one counts", async () => {
    expect(await importList("userId,v\nlea,1\nlea,2\n")).toMatchObject({ rows: 2, created: 1, updated: 1 });
    expect(await person("lea")).toMatchObject({ traits: { v: "2" } });
  });

  it("imports one list from two requests at the same time without a person twice", async () => {
    const csv = `userId,v\n${Array.from({ length: 300 }, (_, index) => `race-${index},1`).join("\n")}`;
    const answers = await Promise.all([importList(csv), importList(csv)]);
    expect(answers.reduce((sum, { created }) => sum + created, 0)).toBe(300);
  });

  it.each([
    ["no column with an id", "email\na@a.example\n", {}, /Say which column is the userId/],
    ["a column that is not there", "userId\nx\n", { columns: { mail: { to: "userId" } } }, /has no column "mail"/],
    ["a quote that is never closed", 'userId\n"x\n', {}, /Line 2/],
    ["no rows", "userId\n", {}, /no rows/],
  ])("is refused with %s", async (_, csv, rest, message) => {
    const { status, body } = await api.call<{ errors: { message: string }[] }>("POST /api/people-imports", {
      body: { csv, ...rest },
    });
    expect(status).toBe(422);
    expect(body.errors[0]?.message).toMatch(message);
    const name = "nothing is stored";
    expect((await api.call("POST /api/people-imports", { body: { csv, name, ...rest } })).status).toBe(422);
    const lists = await api.call<{ data: { name: string | null }[] }>("GET /api/people-imports");
    expect(lists.body.data.filter((list) => list.name === name)).toEqual([]);
  });
});

describe("a list as an operation", () => {
  it("is listed with its name, the newest first, and only in its own workspace", async () => {
    const older = await importList("userId\nolder\n", { name: "older.csv" });
    const newer = await importList("userId\nnewer\n", { name: "newer.csv" });
    const { body } = await api.call<{ data: { id: string; name: string }[] }>("GET /api/people-imports?limit=2");
    expect(body.data.map(({ id, name }) => [id, name])).toEqual([
      [newer.id, "newer.csv"],
      [older.id, "older.csv"],
    ]);
    const stranger = await apiFixture();
    expect((await stranger.call<{ data: object[] }>("GET /api/people-imports")).body.data).toEqual([]);
    expect((await stranger.call(`GET /api/people-imports/${newer.id}`)).status).toBe(404);
    expect((await stranger.call(`GET /api/people-imports/${newer.id}/refused`)).status).toBe(404);
  });

  it("keeps the order of the rows over its parts, and no rows once they are stored", async () => {
    const csv = ["userId,v", ...Array.from({ length: 4_500 }, (_, index) => `turn-${index % 1_500},${index}`)].join(
      "\n",
    );
    expect(await importList(csv)).toMatchObject({ rows: 4_500, created: 1_500, updated: 3_000 });
    expect(await person("turn-7")).toMatchObject({ traits: { v: "3007" } });
    const kept = await api.database.sql`select 1 from people_import_parts where rows is not null`;
    expect(kept).toHaveLength(0);
  });
});
