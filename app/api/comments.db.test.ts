import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { Comment } from "#services/comments";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { addMember } from "./testing/members.ts";

type Said = { data: z.infer<typeof Comment> };
type List = { data: Said["data"][] };
type Drawn = { data: { id: string; nodes: { id: string }[] } };

let api: ApiFixture;
let journey: Drawn["data"];
let comments: string;
beforeAll(async () => {
  api = await apiFixture();
  const nodes = [
    { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } },
    { type: "WAIT", label: "A day off", config: { duration: "1d" } },
    { type: "EXIT", config: {} },
  ];
  const edges = [0, 1].map((at) => ({ sourceNodeId: at, targetNodeId: at + 1 }));
  const body = { name: "Welcome", siteId: api.siteId, nodes, edges };
  journey = (await api.call<Drawn>("POST /api/journeys", { body })).body.data;
  comments = `/api/journeys/${journey.id}/comments`;
});

const say = (body: object) => api.call<Said>(`POST ${comments}`, { body });
const list = async () => (await api.call<List>(`GET ${comments}`)).body.data;
const members = async () =>
  (await api.call<{ data: { userId: string; email: string }[] }>("GET /api/members")).body.data;

test("a comment on a step, its answer and its resolution outlive the step and every version", async () => {
  const nodeId = journey.nodes[1]?.id;
  const asked = await say({ text: " Why a day? ", nodeId });
  expect(asked.status).toBe(201);
  const { id } = asked.body.data;
  expect(asked.body.data).toMatchObject({ text: "Why a day?", nodeId, stepLabel: "A day off", resolvedAt: null });
  const answer = await say({ text: "Legal asked for it", parentId: id });
  expect(answer.body.data).toMatchObject({ parentId: id, nodeId });
  expect((await api.call(`POST /api/journeys/${journey.id}/publish`)).status).toBe(200);
  const nodes = [journey.nodes[0], journey.nodes[2]];
  const edges = [{ sourceNodeId: 0, targetNodeId: 1 }];
  await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: { nodes, edges } });
  const resolved = await api.call<Said>(`PATCH ${comments}/${id}`, { body: { resolved: true } });
  expect(resolved.body.data.resolvedAt).not.toBeNull();
  expect(resolved.body.data.resolvedBy).toEqual(asked.body.data.createdBy);
  expect((await list()).map(({ text, stepLabel }) => [text, stepLabel])).toEqual([
    ["Why a day?", "A day off"],
    ["Legal asked for it", "A day off"],
  ]);
  const again = await api.call<Said>(`PATCH ${comments}/${id}`, { body: { resolved: true } });
  expect([again.status, again.body.data.resolvedAt]).toEqual([200, resolved.body.data.resolvedAt]);
  const reopened = await api.call<Said>(`PATCH ${comments}/${id}`, { body: { resolved: false, text: "Why?" } });
  expect(reopened.body.data).toMatchObject({ text: "Why?", isEdited: true, resolvedAt: null, resolvedBy: null });
  expect((await api.call(`DELETE ${comments}/${id}`)).status).toBe(204);
  expect(await list()).toEqual([]);
});

test("each mentioned member is told once by mail, and only members can be mentioned", async () => {
  await addMember(api, "editor");
  const [owner] = await members();
  const body = { text: "@Owner, please look", mentions: [owner?.userId, owner?.userId] };
  const said = await say(body);
  expect(said.body.data.mentions).toMatchObject([{ userId: owner?.userId }]);
  const told = () => api.database.sql<{ recipient: string; kind: string; content: { text: string } }[]>`
    select recipient, kind, content from notices where workspace_id = ${api.workspaceId}`;
  expect(await told()).toMatchObject([{ recipient: owner?.email, kind: "mention", content: { text: body.text } }]);
  await api.call(`PATCH ${comments}/${said.body.data.id}`, { body: { text: "@Owner!", mentions: body.mentions } });
  expect(await told()).toHaveLength(1);
  const wrong = await say({ text: "x", mentions: ["nobody"], nodeId: crypto.randomUUID() });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toMatchObject({ errors: [{ pointer: "/nodeId" }, { pointer: "/mentions/0" }] });
});

test("answers have no answers, empty texts and comments of other journeys are refused by name", async () => {
  const { id } = (await say({ text: "one" })).body.data;
  const answer = (await say({ text: "two", parentId: id })).body.data;
  expect((await say({ text: "three", parentId: answer.id })).body).toMatchObject({
    errors: [{ pointer: "/parentId" }],
  });
  expect((await say({ text: "  " })).body).toMatchObject({ errors: [{ pointer: "/text" }] });
  expect((await api.call(`PATCH ${comments}/${id}`, { body: {} })).status).toBe(422);
  const other = await api.call<Drawn>("POST /api/journeys", { body: { name: "Other", siteId: api.siteId } });
  const elsewhere = `/api/journeys/${other.body.data.id}/comments/${id}`;
  expect((await api.call(`PATCH ${elsewhere}`, { body: { resolved: true } })).status).toBe(404);
  expect((await api.call(`DELETE ${elsewhere}`)).status).toBe(404);
});
