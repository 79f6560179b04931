import { beforeAll, expect, test } from "vitest";
import { issueToken } from "#services/accounts";
import type { JourneyDetail } from "#services/journeys";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { addMember } from "./testing/members.ts";
import { exit, pause } from "./testing/steps.ts";
import { drawn, onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
let person: string;

beforeAll(async () => {
  api = await apiFixture();
  const userId = await addMember(api, "editor");
  person = (await issueToken({ userId, workspaceId: api.workspaceId })).token;
});

const FILE = { path: "journeys/welcome.json", url: "https://git.example.com/app/journeys/welcome.json" };
const read = async ({ id }: Walked) => (await api.call<{ data: JourneyDetail }>(`GET /api/journeys/${id}`)).body.data;
const state = (journey: Walked, source: object) => api.call(`PUT /api/journeys/${journey.id}/source`, { body: source });
const asFile = async (journey: Walked) =>
  (await api.call<{ data: { journey: object } }>(`GET /api/journeys/${journey.id}/export`)).body.data.journey;
const apply = async (journey: Walked, change: object, more: object = { file: FILE }, key?: string) =>
  api.call("POST /api/journeys/import", {
    body: { format: "native", into: journey.id, journey: { ...(await asFile(journey)), ...change }, ...more },
    ...(key === undefined ? {} : { key }),
  });

test("a journey kept as code changes only by its file: people and other doors get 409 and what to do instead", async () => {
  const journey = await drawn(api, [onEvent("came"), pause, exit]);
  expect((await read(journey)).source).toEqual({ truth: "both", file: null });
  expect((await state(journey, { truth: "code", file: FILE })).status).toBe(200);
  const before = await read(journey);
  expect(before.source).toEqual({ truth: "code", file: FILE });
  const { nodes, edges } = before;
  const refused = [
    await api.call(`PUT /api/journeys/${journey.id}/canvas`, { key: person, body: { nodes, edges } }),
    await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: { nodes, edges } }),
    await api.call(`PATCH /api/journeys/${journey.id}`, { key: person, body: { name: "Mine" } }),
    await api.call(`PUT /api/v1/journeys/${journey.id}`, { body: { description: "Mine" } }),
    await apply(journey, { name: "Mine" }, {}),
    await apply(journey, { name: "Mine" }, { file: FILE }, person),
  ];
  for (const { status, body } of refused)
    expect([status, body]).toEqual([
      409,
      expect.objectContaining({
        detail: expect.stringContaining("change journeys/welcome.json and apply it"),
        truth: "code",
      }),
    ]);
  expect(await read(journey)).toMatchObject({ name: before.name, revision: before.revision });
  expect((await apply(journey, { name: "By the file" })).status).toBe(200);
  expect((await read(journey)).name).toBe("By the file");
});

test("what is not in the file stays in the hands of people: the life cycle, but not going back to a version", async () => {
  const journey = await published(api, [onEvent("came"), pause, exit]);
  await api.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: { reEntry: "every" } } });
  await state(journey, { truth: "code", file: FILE });
  const call = (path: string) => api.call(`POST /api/journeys/${journey.id}/${path}`, { key: person });
  expect((await call("publish")).status).toBe(200);
  const versions = await api.call<{ data: { id: string; number: number }[] }>(
    `GET /api/journeys/${journey.id}/versions`,
  );
  const first = versions.body.data.find(({ number }) => number === 1);
  expect((await call(`versions/${first?.id}/rollback`)).status).toBe(409);
  expect((await call("pause")).status).toBe(200);
  expect((await state(journey, { truth: "both" })).status).toBe(200);
  expect((await call(`versions/${first?.id}/rollback`)).status).toBe(200);
});

test("a journey kept in the console refuses its file, also in a dry run, and takes everything else", async () => {
  const journey = await drawn(api, [onEvent("came"), pause, exit]);
  await state(journey, { truth: "console" });
  for (const more of [{}, { dryRun: true }]) {
    const { status, body } = await apply(journey, { name: "By the file" }, { file: FILE, ...more });
    expect([status, body]).toEqual([409, expect.objectContaining({ truth: "console" })]);
  }
  const renamed = await api.call(`PATCH /api/journeys/${journey.id}`, { key: person, body: { name: "Mine" } });
  expect(renamed.status).toBe(200);
});

test("a file that is applied says where it is, and may state the source of truth", async () => {
  const journey = await drawn(api, [onEvent("came"), pause, exit]);
  await apply(journey, {}, { file: { ...FILE, truth: "code" } });
  expect((await read(journey)).source).toEqual({ truth: "code", file: FILE });
  await apply(journey, {}, { file: { path: "elsewhere.yaml", truth: "both" } });
  expect((await read(journey)).source).toEqual({ truth: "both", file: { path: "elsewhere.yaml", url: null } });
  const created = await api.call<{ data: { journey: JourneyDetail } }>("POST /api/journeys/import", {
    body: { format: "native", key: "made-by-file", journey: await asFile(journey), file: { ...FILE, truth: "code" } },
  });
  expect(created.body.data.journey.source).toEqual({ truth: "code", file: FILE });
});

test("what publishing would do can be asked for a draft that is not saved", async () => {
  const journey = await published(api, [onEvent("came"), pause, exit]);
  const { nodes, edges } = await read(journey);
  const [start, wait] = nodes;
  const draft = { nodes: [start], edges: edges.filter(({ targetNodeId }) => targetNodeId === start?.id) };
  await track(api, "came", ["ann"]);
  await settle(api);
  const preview = await api.call<{ data: { steps: object[] } }>(`POST /api/journeys/${journey.id}/publish/preview`, {
    body: { draft },
  });
  expect(preview.body.data.steps).toMatchObject([{ name: wait?.name, people: 1, change: "removed", action: "stay" }]);
  expect((await read(journey)).nodes).toHaveLength(nodes.length);
});

test("a page asks by a small answer whether a journey was changed", async () => {
  const journey = await drawn(api, [onEvent("came"), pause, exit]);
  const ask = async () =>
    (await api.call<{ data: { revision: number } }>(`GET /api/journeys/${journey.id}/revision`)).body.data.revision;
  const before = await ask();
  await api.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: { reEntry: "every" } } });
  expect(await ask()).toBe(before + 1);
});
