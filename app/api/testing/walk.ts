import { createRuntime, drain, type IngestItem, ingest } from "#runtime";
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
