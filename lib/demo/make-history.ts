import { SHARD_COUNT } from "#db";
import { createRuntime, drain, type IngestItem, ingest, type Runtime, rollUpCounts, runOutbox } from "#runtime";
import { HOUR_MS } from "#times";
import type { DemoAction } from "./behaviour/demo-action.ts";
import { swayedBetween } from "./behaviour/swayed.ts";
import type { DemoWorkspace } from "./make-workspace.ts";

/** How much virtual time goes into one batch; waits are exact whatever it is, as no lag is cut. */
const STRIDE_MS = 12 * HOUR_MS;

export type Progress = (done: number) => void;

/** Runs the actions through the real engine in order, from `start` to `end`, on a virtual clock. */
export async function makeHistory(
  workspace: DemoWorkspace,
  actions: readonly DemoAction[],
  { start, end }: { readonly start: number; readonly end: number },
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const { database } = workspace.ctx;
  const clock = { kind: "virtual" as const, at: new Date(start) };
  const runtime = createRuntime(database, {
    clock,
    lag: Number.POSITIVE_INFINITY,
    limits: { shards: SHARD_COUNT, signals: 64_000, timers: 64_000 },
  });
  let next = 0;
  let swayed: DemoAction[] = [];
  let analyzeAt = start + STRIDE_MS;
  for (let at = start; at < end; ) {
    signal?.throwIfAborted();
    const since = at;
    at = Math.min(at + STRIDE_MS, end);
    clock.at = new Date(at);
    const from = next;
    while (next < actions.length && (actions[next]?.at ?? end) < at) next++;
    const now = [...actions.slice(from, next), ...swayed.filter((action) => action.at < at)];
    swayed = swayed.filter((action) => action.at >= at);
    const items = now.sort((a, b) => a.at - b.at).map((action) => toItem(workspace, action));
    await ingest(database, items, { clock, backdate: true });
    await settle(runtime);
    swayed.push(...(await swayedBetween(database, since, at)));
    // Query plans for empty tables scan them, so tables are analyzed again whenever the history has doubled.
    if (at >= analyzeAt) {
      await database.sql`analyze people, identities, segment_members, events, inbox, enrollments, positions, history, deliveries`;
      analyzeAt = start + 2 * (at - start);
    }
    progress((at - start) / (end - start));
  }
  await rollUpCounts(runtime);
}

/** Repeats until nothing is due: people advance, emails are sent, and the outcomes advance people again. */
async function settle(runtime: Runtime): Promise<void> {
  do await drain(runtime);
  while ((await runOutbox(runtime)) > 0);
}

/** An action as a client would report it. */
export function toItem(
  { workspaceId, siteId }: Pick<DemoWorkspace, "workspaceId" | "siteId">,
  { person, at, event, properties, traits }: DemoAction,
): IngestItem {
  const shared = { workspaceId, siteId, userId: person.userId, timestamp: new Date(at) };
  if (event === undefined) return { ...shared, type: "identify", traits: { ...traits } };
  return { ...shared, type: "track", event, properties: { ...properties } };
}
