import { type Channel, type Channels, isChannelKind, type Message } from "#channels";
import { MINUTE_MS } from "#times";
import { describeSpan, inSpan } from "#traces";
import { allEnded } from "./all-ended.ts";
import { Breaker } from "./breaker.ts";
import type { Lease } from "./lease.ts";
import type { SetUps } from "./load-providers.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import type { Prepared } from "./prepare.ts";
import type { Refusal } from "./render.ts";
import { type Attempt, POSTPONED, tooLate } from "./settle.ts";
import { Settler } from "./settler.ts";

/**
 * What has not been attempted after this time returns to the queue, so that other senders can take it and a stop does
 * not have to wait.
 */
const PATIENCE_MS = MINUTE_MS;

/** Passes each message to its channel, with the channel's concurrency, and marks the results as they arrive. */
export async function attemptAll(
  runtime: OutboxRuntime,
  channels: Channels,
  { batch, providers }: { readonly batch: readonly Prepared[]; readonly providers: SetUps },
  lease: Lease,
): Promise<void> {
  const settler = new Settler(runtime, lease);
  const giveUpAt = performance.now() + PATIENCE_MS;
  let isBroken = false;
  const isOver = () => isBroken || performance.now() > giveUpAt || !lease.holds();
  const byChannel = Map.groupBy(batch, (prepared) => channelOf(channels, providers, prepared));
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
  // If one lane fails, messages that are being sent are still marked; otherwise they would be sent again.
  await allEnded(lanes).finally(() => settler.finish());
}

async function work(
  runtime: OutboxRuntime,
  channel: Channel,
  queue: Iterator<Prepared>,
  settler: Settler,
  isOver: () => boolean,
): Promise<void> {
  // Limits how many results may be unmarked. These and the messages being sent are in doubt if the process dies.
  const limit = channel.concurrency * 2;
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const { delivery, message, refusal, postponed, held } = next.value;
    const stop = runtime.signal?.aborted || isOver();
    if (delivery.late) {
      await settler.add({ delivery, result: tooLate(delivery) }, limit);
      continue;
    }
    if (held) {
      await settler.add({ delivery, result: { status: "held", until: held.until, reasons: held.reasons } }, limit);
      continue;
    }
    const sent = () => (stop ? null : sendThrough(runtime, channel, message));
    const result = postponed ? POSTPONED : refusal !== null ? refused(refusal, delivery.attempts) : await sent();
    await settler.add({ delivery, result }, limit);
  }
}

/** Sends, unless the receiver is out of order; its messages then wait without losing attempts. */
async function sendThrough({ clock }: OutboxRuntime, channel: Channel, message: Message): Promise<Attempt["result"]> {
  // A virtual clock does not advance by itself, so a wait would never end.
  if (clock.kind === "virtual") return await channel.send(message);
  const breaker = new Breaker(channel, message.recipient);
  const waitMs = breaker.wait(performance.now());
  if (waitMs > 0) return { status: "postponed", waitMs };
  // Not where to: an address is a person's, and a URL may contain a key.
  return await inSpan(`send ${channel.kind}`, { kind: "client" }, async () => {
    const result = await channel.send(message);
    breaker.note(result, performance.now());
    describeSpan({ "sojourn.status": result.status }, { hasFailed: result.status === "failed" });
    return result;
  });
}

/**
 * Faults that may resolve themselves are retried once after about a quarter of a minute; faults of the machine are
 * retried for hours.
 */
function refused({ error, permanent, machine, skip, setUp, reasons }: Refusal, attempts: number): Attempt["result"] {
  if (setUp) return { status: "failed", permanent: false, error, setUp };
  const isFinal = permanent || (!machine && attempts > 1);
  if (skip && isFinal) return { status: "skipped", reason: error, outcome: "skipped", ...(reasons ? { reasons } : {}) };
  return { status: "failed", permanent: isFinal, error };
}

function channelOf(channels: Channels, providers: SetUps, { delivery, captureOnly }: Prepared): Channel {
  const { channel, workspaceId } = delivery;
  // Its channel is unknown, so it has been refused already and only has to be marked.
  if (!isChannelKind(channel)) return channels.captures.email;
  const stored = channel in channels.captures ? channels.captures[channel as keyof Channels["captures"]] : null;
  if (captureOnly && stored !== null) return stored;
  const setUps = providers.get(workspaceId);
  return (setUps && channels.providers.channel(workspaceId, channel, setUps)) ?? channels[channel];
}
