import { type Channel, type Channels, channelKinds, isChannelKind } from "#channels";
import { MINUTE_MS } from "#times";
import { allEnded } from "./all-ended.ts";
import type { Lease } from "./lease.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import type { Prepared } from "./prepare.ts";
import type { Refusal } from "./render.ts";
import { type Attempt, POSTPONED, TOO_LATE } from "./settle.ts";
import { Settler } from "./settler.ts";

/** What has not been attempted by then goes back to the queue, for others to take and so that a stop does not wait. */
const PATIENCE_MS = MINUTE_MS;

/** Hands each message to its channel, as many at a time as the channel takes, and marks the results as they come. */
export async function attemptAll(
  runtime: OutboxRuntime,
  channels: Channels,
  batch: readonly Prepared[],
  lease: Lease,
): Promise<void> {
  const settler = new Settler(runtime, lease);
  const giveUpAt = performance.now() + PATIENCE_MS;
  let isBroken = false;
  const isOver = () => isBroken || performance.now() > giveUpAt || !lease.holds();
  const byChannel = Map.groupBy(batch, (prepared) => channelOf(channels, prepared));
  const lanes = [...byChannel].flatMap(([channel, prepared]) => {
    const queue = prepared.values();
    const width = Math.min(channel.concurrency, prepared.length);
    return Array.from({ length: width }, () =>
      work(runtime, channel, queue, settler, isOver).catch((error) => {
        isBroken = true;
        throw error;
      }),
    );
  });
  // What is on the wire when one fails is marked all the same, or it would be sent again.
  await allEnded(lanes).finally(() => settler.finish());
}

async function work(
  runtime: OutboxRuntime,
  channel: Channel,
  queue: Iterator<Prepared>,
  settler: Settler,
  isOver: () => boolean,
): Promise<void> {
  // So much and what is on the wire is in doubt when the process dies.
  const limit = channel.concurrency * 2;
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const { delivery, message, refusal, postponed } = next.value;
    const stop = runtime.signal?.aborted || isOver();
    if (delivery.late) {
      await settler.add({ delivery, result: TOO_LATE }, limit);
      continue;
    }
    const sent = () => (stop ? null : channel.send(message));
    const result = postponed ? POSTPONED : refusal !== null ? refused(refusal, delivery.attempts) : await sent();
    await settler.add({ delivery, result }, limit);
  }
}

/** What may still come is waited for once, about a quarter of a minute; a machine to recover, for hours. */
function refused({ error, permanent, machine, skip, setUp }: Refusal, attempts: number): Attempt["result"] {
  if (setUp) return { status: "failed", permanent: false, error, setUp };
  const isFinal = permanent || (!machine && attempts > 1);
  if (skip && isFinal) return { status: "skipped", reason: error, outcome: "skipped" };
  return { status: "failed", permanent: isFinal, error };
}

function channelOf(channels: Channels, { delivery, captureOnly }: Prepared): Channel {
  const { channel } = delivery;
  // It is refused already and is only marked.
  if (!isChannelKind(channel)) return channels.capture;
  return captureOnly && channelKinds[channel].isCapturable ? channels.capture : channels[channel];
}
