import { createRuntime, drain, type IngestItem, ingest, runUntil } from "#runtime";
import type { ApiFixture } from "./api-fixture.ts";

export type Walked = {
  readonly id: string;
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
  readonly edges: readonly { readonly id: string }[];
};

type Node = { readonly type: string } & Record<string, unknown>;

/** A trigger on an event of the application. */
export const onEvent = (eventName: string): Node => ({
  type: "TRIGGER",
  name: "start",
  config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } },
});

/** A draft with its nodes in a line, unless edges are given. */
export async function drawn(api: ApiFixture, nodes: Node[], extra: Record<string, unknown> = {}): Promise<Walked> {
  const edges = nodes.slice(1).map((_, index) => ({ sourceNodeId: index, targetNodeId: index + 1 }));
  const body = { name: "Walked", siteId: api.siteId, nodes, edges, ...extra };
  const created = await api.call<{ data: Walked }>("POST /api/journeys", { body });
  if (created.status !== 201) throw new Error(JSON.stringify(created.body));
  return created.body.data;
}

/** A published journey with this draft. */
export async function published(api: ApiFixture, nodes: Node[], extra: Record<string, unknown> = {}): Promise<Walked> {
  const journey = await drawn(api, nodes, extra);
  const answer = await api.call(`POST /api/journeys/${journey.id}/publish`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return journey;
}

/** Sends events of people and lets the engine process them; returns their ids. */
export async function track(
  api: ApiFixture,
  event: string,
  userIds: readonly string[],
  rest: Partial<IngestItem> = {},
): Promise<string[]> {
  const { workspaceId } = api;
  const items = userIds.map((userId) => ({ workspaceId, userId, type: "track" as const, event, ...rest }));
  const results = await ingest(api.database, items);
  await settle(api);
  return results.map((result) => result.personId ?? "");
}

/** Processes everything that is due now. */
export const settle = (api: ApiFixture): Promise<void> => drain(createRuntime(api.database, { report: () => {} }));

/** Processes everything that becomes due in the next ms, each at its own time, as if they had passed. */
export async function later(api: ApiFixture, ms: number): Promise<void> {
  const clock = { kind: "virtual" as const, at: new Date() };
  const runtime = createRuntime(api.database, { clock, report: () => {} });
  await runUntil(runtime, new Date(clock.at.getTime() + ms), { gather: 0 });
}

/** The path of each enrollment of a journey, oldest enrollment first. */
export async function pathsOf(api: ApiFixture, journey: Walked): Promise<string[][]> {
  const { id, nodes } = journey;
  const { body } = await api.call<{ data: { id: string }[] }>(`GET /api/journeys/${id}/enrollments?limit=100`);
  const names = new Map(nodes.map((node) => [node.id, node.name]));
  const paths = body.data.map(async (enrollment) => {
    const one = await api.call<{ data: { transitions: { toNodeId: string | null }[] } }>(
      `GET /api/journeys/${id}/enrollments/${enrollment.id}`,
    );
    return one.body.data.transitions.flatMap(({ toNodeId }) => names.get(toNodeId ?? "") ?? []);
  });
  return (await Promise.all(paths)).reverse();
}
