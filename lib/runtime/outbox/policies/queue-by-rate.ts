import type { Database } from "#db";
import { type PolicyReason, type Rate, rateOfJourney, ratesFor } from "#policies";
import { takeSlots } from "#store/rate-slots";
import { type Candidate, formerReasons } from "./candidate.ts";
import { type KeptBack, until } from "./kept-back.ts";

type Waiting = { readonly candidate: Candidate; readonly rate: Rate };

/**
 * Messages of a channel with a rate leave one after the other, the most important first: each takes a place in the
 * queue, and comes back when it is reached. Transactional messages take a place too, and wait for it only under the limit of
 * their own journey.
 */
export async function queueByRate(
  sql: Database["sql"],
  candidates: readonly Candidate[],
  now: number,
): Promise<ReadonlyMap<string, KeptBack>> {
  const waiting = candidates.flatMap((candidate) =>
    ratesOf(candidate)
      .filter((rate) => !hasPlace(candidate, rate))
      .map((rate) => ({ candidate, rate })),
  );
  const kept = new Map<string, number>();
  const queues = Map.groupBy(waiting, ({ candidate, rate }) => `${candidate.delivery.workspaceId} ${rate.key}`);
  for (const key of [...queues.keys()].sort()) {
    for (const { delivery, at } of await placesIn(sql, queues.get(key) ?? [], now))
      kept.set(delivery.id, Math.max(at, kept.get(delivery.id) ?? 0));
  }
  // All its rates, for by now it has a place under each: one that is not noted here would be taken again.
  return new Map(
    candidates.flatMap((candidate) => {
      const at = kept.get(candidate.delivery.id);
      return at === undefined ? [] : [[candidate.delivery.id, until(at, ratesOf(candidate).map(reasonOf))] as const];
    }),
  );
}

function ratesOf({ policies, delivery: { channel, journeyId }, providers, perMinute }: Candidate): readonly Rate[] {
  return [...ratesFor(policies, channel, providers), ...rateOfJourney(journeyId, channel, perMinute)];
}

const reasonOf = ({ key, rate }: Rate): PolicyReason => ({ code: "rate_limit", key, rate });

async function placesIn(sql: Database["sql"], queue: readonly Waiting[], now: number) {
  const [first] = queue;
  if (!first) return [];
  const { rate, candidate } = first;
  const { workspaceId } = candidate.delivery;
  const { key, intervalMs, toleranceMs } = rate;
  const start = await takeSlots(sql, { workspaceId, key, intervalMs, toleranceMs, count: queue.length }, now);
  return queue.toSorted(byRank).flatMap(({ candidate: { delivery, isMarketing }, rate }, place) => {
    const at = start + place * intervalMs;
    return at <= now || !(isMarketing || rate.holdsAll) ? [] : [{ delivery, at: Math.ceil(at) }];
  });
}

/** Transactional ones first, then by importance and age. */
const byRank = ({ candidate: one }: Waiting, { candidate: other }: Waiting): number =>
  Number(one.isMarketing) - Number(other.isMarketing) ||
  other.priority - one.priority ||
  one.delivery.queuedAt - other.delivery.queuedAt;

/** It waited for its place, which is reached. */
const hasPlace = ({ delivery }: Candidate, { key, rate }: Rate): boolean =>
  formerReasons(delivery).some((one) => one.code === "rate_limit" && one.key === key && one.rate === rate);
