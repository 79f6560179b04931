import { processChannels } from "#channels";
import { type Database, isCluster } from "#db";
import { type Claimed, claimDue, claimDueOfCluster, type Lane, releaseHeld } from "#store/deliveries";
import { MINUTE_MS } from "#times";
import { allEnded } from "./all-ended.ts";
import { attemptAll } from "./attempt-all.ts";
import { Lease } from "./lease.ts";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { prepareAll } from "./prepare-all.ts";
import { loadRenderInput } from "./render-input.ts";
import { renderSlow, type SlowMessage } from "./render-slow.ts";
import { storeRendered } from "./store-rendered.ts";

/** Deliveries per shard in one claim; 64 shards make a batch of up to 512. */
const PER_SHARD = 8;
const OVERLAP_MS = MINUTE_MS;
const FULL_SCAN_EVERY_MS = 1_000;

// The time at which the last scan ended (R8), and when the next scan without that bound is due.
type Scan = { seenUpTo: Date | null; fullAt: number };
const scans: Record<Lane, WeakMap<Database, Scan>> = { messages: new WeakMap(), webhooks: new WeakMap() };

/**
 * Claims due deliveries, renders and sends them, and marks each result. Each is sent at least once, by one sender at a
 * time, with the same Message-ID at every attempt (R42). Returns the number of due deliveries found; 0: there is
 * nothing to do now.
 */
export async function runOutbox(runtime: OutboxRuntime, lane?: Lane): Promise<number> {
  if (lane) return await runLane(runtime, lane);
  return (await runLane(runtime, "messages")) + (await runLane(runtime, "webhooks"));
}

async function runLane(runtime: OutboxRuntime, lane: Lane): Promise<number> {
  const scan = scans[lane].get(runtime.database) ?? { seenUpTo: null, fullAt: 0 };
  scans[lane].set(runtime.database, scan);
  const virtual = runtime.clock.kind === "virtual";
  const full = virtual || scan.seenUpTo === null || performance.now() >= scan.fullAt;
  if (full) {
    await releaseHeld(runtime.database.sql, virtualNow(runtime));
    scan.fullAt = performance.now() + FULL_SCAN_EVERY_MS;
  }
  const after = full || !scan.seenUpTo ? null : new Date(scan.seenUpTo.getTime() - OVERLAP_MS);
  const owner = (await runtime.owner?.take()) ?? null;
  const claimedAt = performance.now();
  const { sql } = runtime.database;
  const query = { lane, perShard: PER_SHARD, after, owner, now: virtualNow(runtime) };
  const claim = (await isCluster(runtime.database))
    ? await sql.begin((tx) => claimDueOfCluster(tx, query))
    : await claimDue(sql, query);
  // If nothing is due the statement returns no time. This process's own time is then accurate enough, because the bound
  // is only an optimization.
  if (!claim.full) scan.seenUpTo = claim.now ?? scan.seenUpTo ?? new Date();
  if (claim.claimed.length > 0) {
    const lease = new Lease(runtime, owner, claim.claimed, claimedAt);
    await send(runtime, claim.claimed, lease, claim.now ?? new Date()).finally(() => lease.end());
  }
  return claim.seen;
}

async function send(runtime: OutboxRuntime, claimed: readonly Claimed[], lease: Lease, at: Date): Promise<void> {
  const channels = runtime.channels ?? processChannels();
  const facts = await loadRenderInput(runtime, claimed, at);
  const { ready, slow } = await prepareAll(claimed, (delivery) => prepare(delivery, facts, channels.defaultFrom));
  const deliver = async (batch: readonly Prepared[]) => {
    if (batch.length > 0) {
      const stored = await storeRendered(runtime, batch);
      await attemptAll(runtime, channels, { batch: stored, providers: facts.provided.setUps }, lease);
    }
  };
  await allEnded([deliver(ready), ...(slow.length === 0 ? [] : [sendSlow(runtime, slow, deliver)])]);
}

/**
 * Messages that threads render delay no others: each is sent as soon as it is rendered, together with those that are
 * ready by then.
 */
async function sendSlow(
  runtime: OutboxRuntime,
  slow: readonly SlowMessage[],
  deliver: (batch: readonly Prepared[]) => Promise<void>,
): Promise<void> {
  let rendered: Prepared[] = [];
  let delivering: Promise<void> | null = null;
  let isBroken = false;
  const unanswered: Prepared[] = [];
  const deliverRendered = async () => {
    while (rendered.length > 0) {
      const batch = rendered;
      rendered = [];
      await deliver(batch);
    }
    delivering = null;
  };
  const take = (prepared: Prepared) => {
    if (prepared.refusal?.machine) unanswered.push(prepared);
    rendered.push(prepared);
    delivering ??= deliverRendered();
    delivering.catch(() => {
      isBroken = true;
    });
  };
  await renderSlow(slow, take, () => isBroken || runtime.signal?.aborted === true);
  await delivering;
  const [first] = unanswered;
  if (first)
    runtime.report?.(`${unanswered.length} messages could not be rendered in threads; they are tried again`, {
      deliveryId: first.delivery.id,
      error: first.refusal?.error,
    });
}
