import { ByteCache } from "#caches";
import type { Claimed } from "#store/deliveries";
import { allEnded } from "./all-ended.ts";
import { type Prepared, postponed } from "./prepare.ts";

/** A message that a thread has to render. */
export type SlowMessage = { readonly delivery: Claimed; readonly render: () => Promise<Prepared> };

/** Messages rendered at once: the threads that mail has. */
const IN_FLIGHT = 2;
/** Time of one pass in which messages are begun to be rendered; others of the outbox wait for the pass. */
const BUDGET_MS = 1_000;

type Queue = { readonly workspaceId: string; readonly waiting: SlowMessage[]; inFlight: number; spentMs: number };

// The time that each workspace has had lately, also in the passes before: who waits for a thread to start should not be the one
// whose templates are quick.
const HALF_LIFE_MS = 30_000;
const recent = new ByteCache<{ readonly ms: number; readonly at: number }>(1024 * 1024, () => 0);

function recentMs(workspaceId: string): number {
  const known = recent.get(workspaceId);
  return known === undefined ? 0 : known.ms * 0.5 ** ((performance.now() - known.at) / HALF_LIFE_MS);
}

/**
 * Renders messages in threads and hands each on as soon as it is done. The next is always of the workspace that has the least
 * under way and has had the least time lately, so that slow templates of one hold up nobody else's mail. What is not begun in the time
 * of a pass is postponed.
 */
export async function renderSlow(
  messages: readonly SlowMessage[],
  done: (prepared: Prepared) => void,
  isOver: () => boolean,
): Promise<void> {
  const deadline = performance.now() + BUDGET_MS;
  const byWorkspace = Map.groupBy(messages, ({ delivery }) => delivery.workspaceId);
  const queues = [...byWorkspace].map(
    ([workspaceId, waiting]): Queue => ({ workspaceId, waiting, inFlight: 0, spentMs: recentMs(workspaceId) }),
  );
  const lane = async () => {
    for (let queue = nextOf(queues); queue; queue = nextOf(queues)) {
      const message = queue.waiting.shift();
      if (!message) continue;
      if (performance.now() >= deadline || isOver()) done(postponed(message.delivery));
      else done(await timed(queue, message.render));
    }
  };
  await allEnded(Array.from({ length: IN_FLIGHT }, lane));
}

async function timed(queue: Queue, render: () => Promise<Prepared>): Promise<Prepared> {
  const began = performance.now();
  queue.inFlight++;
  try {
    return await render();
  } finally {
    queue.inFlight--;
    queue.spentMs += performance.now() - began;
    recent.set(queue.workspaceId, { ms: queue.spentMs, at: performance.now() });
  }
}

function nextOf(queues: readonly Queue[]): Queue | undefined {
  let best: Queue | undefined;
  for (const queue of queues) if (queue.waiting.length > 0 && (!best || isBefore(queue, best))) best = queue;
  return best;
}

const isBefore = (one: Queue, other: Queue): boolean =>
  one.inFlight === other.inFlight ? one.spentMs < other.spentMs : one.inFlight < other.inFlight;
