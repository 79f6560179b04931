import { randomUUID } from "node:crypto";
import type { ApiFixture } from "../api-fixture.ts";
import { settle, track } from "../walk.ts";

type Made = { data: { id: string } };
type Drawn = { data: { id: string; nodes: { id: string }[]; edges: { id: string }[] } };
type Step = Record<string, unknown>;

/** A workspace with one of everything that people make in it by the API; the ids by kind. */
export async function fillWorkspace(api: ApiFixture, name: string): Promise<Record<string, string>> {
  const make = async (path: string, body: unknown) => {
    const answer = await api.call<Made>(`POST /api/${path}`, { body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.data.id;
  };
  const { content, previewLink, survey } = await contentIn(api, name, make);
  const segment = await make("segments", { name: `${name} regulars` });
  const draw = async (event: string, steps: readonly Step[]) => {
    const start = { type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: event } } };
    const nodes = [start, ...steps, { type: "EXIT", config: {} }];
    const edges = nodes.slice(1).map((_, at) => ({ sourceNodeId: at, targetNodeId: at + 1 }));
    const place = { position: { x: 0, y: 0 }, width: 200, height: 80 };
    const note = { ...place, id: randomUUID(), kind: "note", text: "Look here" };
    const body = { name: `${name} ${event}`, siteId: api.siteId, nodes, edges, annotations: [note] };
    const { data } = (await api.call<Drawn>("POST /api/journeys", { body })).body;
    const published = await api.call(`POST /api/journeys/${data.id}/publish`);
    if (published.status !== 200) throw new Error(JSON.stringify(published.body));
    return { ...data, note: note.id };
  };
  const comment = async (journeyId: string) => {
    const id = await make(`journeys/${journeyId}/comments`, { text: `${name} asks` });
    return { comment: id, parent: id };
  };
  const pause = { type: "WAIT", config: { duration: "1d" } };
  const walked = await draw("came", [{ type: "CONTENT", config: { contentType: "email" }, contentId: content }, pause]);
  const parted = await draw("left", [{ type: "SPLIT", config: {} }, pause]);
  // The drafts differ from what is published, so that publishing has something to do.
  for (const { id } of [walked, parted])
    await api.call(`PATCH /api/journeys/${id}`, { body: { settings: { reEntry: "every" } } });
  const traits = { email: `${name}-visitor@example.com` };
  const [person = ""] = await track(api, "came", [`${name}-visitor`], { traits });
  await track(api, "left", [`${name}-visitor`]);
  await settle(api);
  const first = async (path: string) => (await api.call<{ data: { id: string }[] }>(path)).body.data[0]?.id ?? "";
  const drafted = await api.call<{ data: { revision: number } }>(`GET /api/journeys/${walked.id}`);
  const plan = { journeyId: walked.id, title: `${name} plan`, revision: drafted.body.data.revision, backtest: null };
  const ids = {
    plan: await make("plans", plan),
    ...{ content, previewLink, survey, segment, person, site: api.siteId, workspace: api.workspaceId },
    "saved-view": await make("saved-views", { ...VIEW, name: `${name} failures` }),
    ...(await comment(walked.id)),
    ...{ journey: walked.id, parted: parted.id },
    campaign: await make("campaigns", { name: `${name} spring`, kind: "public" }),
    campaignTemplate: await make("campaigns", { name: `${name} offer`, kind: "private", isTemplate: true }),
    "people-import": await uploadedList(api, name),
    placed: await placedJourney(api, name),
    stepped: await steppedJourney(api, name),
    asking: await make("segments", { name: `${name} asks`, rules: { all: [{ segment }] } }),
    node: walked.nodes[2]?.id ?? "",
    split: parted.nodes[1]?.id ?? "",
    edge: parted.edges[1]?.id ?? "",
    annotation: parted.note,
    partedNode: parted.nodes[2]?.id ?? "",
    partedVersion: await first(`GET /api/journeys/${parted.id}/versions`),
    version: await first(`GET /api/journeys/${walked.id}/versions`),
    enrollment: await first(`GET /api/journeys/${walked.id}/enrollments`),
    delivery: await first("GET /api/deliveries"),
  };
  for (const [kind, id] of Object.entries(ids)) if (id === "") throw new Error(`no ${kind}`);
  return ids;
}

type Make = (path: string, body: unknown) => Promise<string>;

async function contentIn(api: ApiFixture, name: string, make: Make) {
  const content = await make("content", {
    name: `${name} mail`,
    type: "email",
    subject: "Hello",
    html: "<p>Hello</p>",
  });
  // With an earlier revision to read and to restore.
  await api.call(`PATCH /api/content/${content}`, { body: { subject: "Changed" } });
  await api.call(`PATCH /api/sites/${api.siteId}`, { body: { origins: ["https://shop.example"] } });
  const linked = { mode: "show", url: "https://shop.example/cart" };
  const previewLink = (await api.call<Made>(`POST /api/content/${content}/preview-links`, { body: linked })).body.data
    .id;
  const questions = [{ id: "liked", type: "nps", title: "Would you recommend us?" }];
  const survey = await make("content", { name: `${name} survey`, type: "survey", body: { questions } });
  return { content, previewLink, survey };
}

const VIEW = { path: "/deliveries", query: "status=failed", isShared: true };

/** A list of people, of which a row is refused. */
async function uploadedList(api: ApiFixture, name: string): Promise<string> {
  const body = { name: `${name}.csv`, csv: `userId\n${name}-listed\n,nobody\n` };
  return (await api.call<Made>("POST /api/people-imports", { body })).body.data.id;
}

/** A manual journey of the place that the workspace is. */
async function placedJourney(api: ApiFixture, name: string): Promise<string> {
  const { workspaceId } = api;
  const [place] = await api.database.sql<{ number: number }[]>`
    select number from workspaces where id = ${workspaceId}`;
  const body = { name: `${name} placed`, trigger_event: "manual" };
  const answer = await api.call(`POST /places/${place?.number}/journeys`, { body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return idOfJourney(api, body.name);
}

/** A draft in the form of the first version of the API. */
async function steppedJourney(api: ApiFixture, name: string): Promise<string> {
  const step = { id: "pause", type: "wait", config: { duration: 1, unit: "days" } };
  const body = { name: `${name} stepped`, steps: [step] };
  const answer = await api.call("POST /api/v1/journeys", { body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return idOfJourney(api, body.name);
}

async function idOfJourney({ database, workspaceId }: ApiFixture, name: string): Promise<string> {
  const [row] = await database.sql<{ id: string }[]>`
    select id from journeys where workspace_id = ${workspaceId} and name = ${name}`;
  return row?.id ?? "";
}
