import { ByteCache } from "#caches";
import type { Claimed } from "#store/deliveries";
import { allEnded } from "./all-ended.ts";
import { type Prepared, postponed } from "./prepare.ts";

/** A message that a thread has to render. */
export type SlowMessage = { readonly delivery: Claimed; readonly render: () => Promise<Prepared> };

/** Concurrent renderings: the number of threads for mail. */
const IN_FLIGHT = 2;
/** Time per pass in which new renderings are started, in ms. The rest of the outbox waits for the pass. */
const BUDGET_MS = 1_000;

type Queue = { readonly workspaceId: string; readonly waiting: SlowMessage[]; inFlight: number; spentMs: number };

// Render time per workspace, decaying over earlier passes. Without it a workspace with quick templates would have to
// wait for a thread like one with slow templates.
const HALF_LIFE_MS = 30_000;
const recent = new ByteCache<{ readonly ms: number; readonly at: number }>(1024 * 1024, () => 0);

function recentMs(workspaceId: string): number {
  const known = recent.get(workspaceId);
  return known === undefined ? 0 : known.ms * 0.5 ** ((performance.now() - known.at) / HALF_LIFE_MS);
}

/**
 * Renders messages in threads and passes each one on as soon as it is done. The next message always comes from the
 * workspace with the fewest running renderings and the least recent render time, so that slow templates of one
 * workspace do not delay the mail of others. Messages that are not started within the time of a pass are postponed.
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
