import { beforeEach, expect, test } from "vitest";
import { createKey, issueToken } from "#services/accounts";
import type { Plan } from "#services/plans";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { addMember } from "./testing/members.ts";
import { exit, pause } from "./testing/steps.ts";
import { drawn, onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Answered = { data: Plan; warnings: unknown[] };
type Role = "viewer" | "editor" | "owner";

let api: ApiFixture;
let agent: string;
let maker: string;
const tokens: Partial<Record<Role | "maker", string>> = {};

beforeEach(async () => {
  api = await apiFixture();
  const { workspaceId } = api;
  const token = async (userId: string) => (await issueToken({ userId, workspaceId })).token;
  for (const role of ["viewer", "editor", "owner"] as const) tokens[role] = await token(await addMember(api, role));
  maker = await addMember(api, "owner");
  tokens.maker = await token(maker);
  const limited = { workspaceId, siteId: null, kind: "secret", name: "Agent", createdBy: maker } as const;
  agent = (await createKey(api.database.orm, { ...limited, scopes: ["read", "draft"] })).plain;
});

const as = (who: Role | "maker") => ({ key: tokens[who] ?? "" });
const revisionOf = async (journey: Walked) =>
  (await api.call<{ data: { revision: number } }>(`GET /api/journeys/${journey.id}`)).body.data.revision;
const change = (journey: Walked) =>
  api.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: { reEntry: "every" } } });
const statusOf = async (journey: Walked) =>
  (await api.call<{ data: { status: string; hasUnpublishedChanges: boolean } }>(`GET /api/journeys/${journey.id}`)).body
    .data;

async function handIn(journey: Walked, extra: Record<string, unknown> = {}) {
  const revision = await revisionOf(journey);
  const body = { journeyId: journey.id, title: "Publish it", reason: "It is better", revision, ...extra };
  return api.call<Answered>("POST /api/plans", { key: agent, body });
}
const approve = (plan: Plan, who: Role | "maker" = "editor") =>
  api.call<Answered>(`POST /api/plans/${plan.id}/approve`, as(who));
const read = async (plan: Plan) => (await api.call<{ data: Plan }>(`GET /api/plans/${plan.id}`)).body.data;
const steps = () => [onEvent("came"), pause, exit];

test("an agent hands in a plan with head-counts and a backtest; a person approves it, which publishes", async () => {
  const journey = await published(api, steps());
  await track(api, "came", ["ann", "bob"]);
  await change(journey);
  const { status, body } = await handIn(journey, { backtest: { days: 7 } });
  expect(status).toBe(201);
  expect(body.data).toMatchObject({
    status: "pending",
    reason: "It is better",
    effect: { people: 2, stay: 2, move: 0, exit: 0, entering: 0, tolerance: { percent: 0, people: 0 } },
    difference: { nodes: [], edges: [], settings: [{ path: "settings.reEntry", before: null, after: "every" }] },
    backtest: { people: 2, draft: { totals: { enrolled: 2 } } },
    proposedBy: { kind: "key", name: "Agent" },
    mayDecide: false,
  });
  expect((await api.call(`POST /api/journeys/${journey.id}/publish`, { key: agent })).status).toBe(403);
  const approved = await approve(body.data);
  expect([approved.status, approved.body.data.status]).toEqual([200, "approved"]);
  expect(approved.body.data.decidedBy?.kind).toBe("user");
  expect(await statusOf(journey)).toMatchObject({ status: "PUBLISHED", hasUnpublishedChanges: false });
  const { body: again } = await approve(body.data);
  expect(again).toMatchObject({ status: 409, currentStatus: "approved" });
});

test("a plan's migration is carried out on its approval", async () => {
  const journey = await published(api, steps());
  await track(api, "came", ["ann"]);
  await change(journey);
  const [, wait] = journey.nodes;
  const migration = { steps: [{ nodeId: wait?.id, action: "exit" }] };
  const { body } = await handIn(journey, { migration, backtest: null });
  expect(body.data).toMatchObject({ effect: { people: 1, exit: 1 }, backtest: null, migration });
  expect((await approve(body.data)).status).toBe(200);
  await settle(api);
  const list = await api.call<{ data: { status: string; exitReason: string }[] }>(
    `GET /api/journeys/${journey.id}/enrollments`,
  );
  expect(list.body.data).toMatchObject([{ status: "STOPPED", exitReason: "moved_out" }]);
});

test("nobody approves their own plan or that of a key of theirs, unless the owners allow it", async () => {
  const journey = await drawn(api, steps());
  const { body } = await handIn(journey, { backtest: null });
  for (const who of ["viewer", "maker"] as const)
    expect([who, (await approve(body.data, who)).status]).toEqual([who, 403]);
  expect((await api.call(`POST /api/plans/${body.data.id}/approve`)).body).toMatchObject({
    status: 403,
    code: "forbidden",
  });
  expect((await statusOf(journey)).status).toBe("DRAFT");

  const settings = { plans: { fourEyes: false, approver: "owner" } };
  expect((await api.call("PATCH /api/workspace", { ...as("editor"), body: { settings } })).status).toBe(403);
  expect((await api.call("PATCH /api/workspace", { ...as("owner"), body: { settings } })).status).toBe(200);
  expect((await approve(body.data, "editor")).status).toBe(403);
  expect((await approve(body.data, "maker")).status).toBe(200);
});

test("the approval is void when the draft moved, and the answer says what changed", async () => {
  const journey = await drawn(api, steps());
  const { body } = await handIn(journey, { backtest: null });
  await change(journey);
  const refused = await approve(body.data);
  expect(refused.body).toMatchObject({ status: 412, currentRevision: body.data.revision + 1 });
  expect(refused.body).toHaveProperty("difference");
  expect(await read(body.data)).toMatchObject({ status: "void", note: expect.stringContaining("changed") });
  expect((await approve(body.data)).status).toBe(409);
  expect((await statusOf(journey)).status).toBe("DRAFT");
});

test("the approval is void when the counts drift beyond the tolerance that the plan states, and not before", async () => {
  const settings = { plans: { tolerancePercent: 0, tolerancePeople: 1 } };
  await api.call("PATCH /api/workspace", { ...as("owner"), body: { settings } });
  const journey = await published(api, steps());
  await change(journey);
  const { body: first } = await handIn(journey, { backtest: null });
  await track(api, "came", ["ann", "bob"]);
  const refused = await approve(first.data);
  expect(refused.body).toMatchObject({
    status: 412,
    code: "precondition_failed",
    drift: [{ count: "people", planned: 0, now: 2, allowed: 1 }],
  });
  expect(await read(first.data)).toMatchObject({ status: "void", drift: [{ count: "people", now: 2 }] });
  expect(await statusOf(journey)).toMatchObject({ hasUnpublishedChanges: true });

  const { body: second } = await handIn(journey, { backtest: null });
  await track(api, "came", ["eve"]);
  expect((await approve(second.data)).status).toBe(200);
});

test("of two people who approve at once, one publishes", async () => {
  const journey = await drawn(api, steps());
  const { body } = await handIn(journey, { backtest: null });
  const both = await Promise.all([approve(body.data, "editor"), approve(body.data, "owner")]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const versions = await api.call<{ data: unknown[] }>(`GET /api/journeys/${journey.id}/versions`);
  expect(versions.body.data).toHaveLength(1);
});

test("a draft that cannot be published makes no plan: all findings at once, nothing stored", async () => {
  const journey = await drawn(api, [
    { type: "WAIT", name: "a", config: {} },
    { type: "WAIT", name: "b", config: {} },
  ]);
  const refused = await handIn(journey);
  expect(refused.status).toBe(422);
  expect(refused.body.errors?.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["no_trigger", "missing_config"]),
  );
  expect(refused.body.errors?.length).toBeGreaterThan(2);
  const stale = await handIn(journey, { revision: 99 });
  expect(stale.body).toMatchObject({ status: 412, currentRevision: await revisionOf(journey) });
  expect((await api.call<{ data: Plan[] }>("GET /api/plans")).body.data).toEqual([]);
});

test("a newer plan takes the place of the older one; a person rejects it with a note; both are in the audit", async () => {
  const journey = await drawn(api, steps());
  const { body: older } = await handIn(journey, { backtest: null });
  const { body: newer } = await handIn(journey, { backtest: null, title: "Better" });
  expect((await read(older.data)).status).toBe("void");
  const note = "Wait for March";
  const rejected = await api.call<{ data: Plan }>(`POST /api/plans/${newer.data.id}/reject`, {
    ...as("editor"),
    body: { note },
  });
  expect(rejected.body.data).toMatchObject({ status: "rejected", note });
  const list = await api.call<{ data: Plan[] }>(`GET /api/plans?status=rejected&journeyId=${journey.id}`);
  expect(list.body.data.map(({ title }) => title)).toEqual(["Better"]);
  const rows = await api.database.sql`
    select action from audit_log where workspace_id = ${api.workspaceId} and action like 'plan.%' order by id`;
  expect(rows.map(({ action }) => action)).toEqual(["plan.submit", "plan.submit", "plan.reject"]);
});
