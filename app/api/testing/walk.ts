import { createRuntime, drain, type IngestItem, ingest, runUntil } from "#runtime";
import type { World } from "./world.ts";

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

/** A draft of nodes one behind the other, unless edges are given. */
export async function drawn(world: World, nodes: Node[], extra: Record<string, unknown> = {}): Promise<Walked> {
  const edges = nodes.slice(1).map((_, index) => ({ sourceNodeId: index, targetNodeId: index + 1 }));
  const body = { name: "Walked", siteId: world.siteId, nodes, edges, ...extra };
  const created = await world.call<{ data: Walked }>("POST /api/journeys", { body });
  if (created.status !== 201) throw new Error(JSON.stringify(created.body));
  return created.body.data;
}

/** The same, published. */
export async function published(world: World, nodes: Node[], extra: Record<string, unknown> = {}): Promise<Walked> {
  const journey = await drawn(world, nodes, extra);
  const answer = await world.call(`POST /api/journeys/${journey.id}/publish`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return journey;
}

/** People do something, and the engine works off what came of it; answers their ids. */
export async function track(
  world: World,
  event: string,
  userIds: readonly string[],
  rest: Partial<IngestItem> = {},
): Promise<string[]> {
  const { workspaceId } = world;
  const items = userIds.map((userId) => ({ workspaceId, userId, type: "track" as const, event, ...rest }));
  const results = await ingest(world.database, items);
  await settle(world);
  return results.map((result) => result.personId ?? "");
}

/** Works off everything that is due now. */
export const settle = (world: World): Promise<void> => drain(createRuntime(world.database, { report: () => {} }));

/** Works off everything that falls due in so many ms to come, each at its own time, as if they had passed. */
export async function later(world: World, ms: number): Promise<void> {
  const clock = { kind: "virtual" as const, at: new Date() };
  const runtime = createRuntime(world.database, { clock, report: () => {} });
  await runUntil(runtime, new Date(clock.at.getTime() + ms), { gather: 0 });
}

/** Where each enrollment of a journey went, step by step, oldest enrollment first. */
export async function pathsOf(world: World, journey: Walked): Promise<string[][]> {
  const { id, nodes } = journey;
  const { body } = await world.call<{ data: { id: string }[] }>(`GET /api/journeys/${id}/enrollments?limit=100`);
  const names = new Map(nodes.map((node) => [node.id, node.name]));
  const paths = body.data.map(async (enrollment) => {
    const one = await world.call<{ data: { transitions: { toNodeId: string | null }[] } }>(
      `GET /api/journeys/${id}/enrollments/${enrollment.id}`,
    );
    return one.body.data.transitions.flatMap(({ toNodeId }) => names.get(toNodeId ?? "") ?? []);
  });
  return (await Promise.all(paths)).reverse();
}
