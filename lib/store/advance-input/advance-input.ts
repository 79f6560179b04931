import type { AdvanceInput, OfferHistory, Person, Signal, WorkspaceSnapshot } from "#engine";
import type { UnreadSignal } from "../inbox/read.ts";
import type { PersonRow } from "../people/read.ts";
import type { BatchInput, PersonSignals } from "./batch-input.ts";

type At = Pick<AdvanceInput, "now" | "horizon"> & { readonly lag?: number | undefined };

/** Selects one person's share of the input of a batch. */
export function advanceInputOf(
  { now, horizon, lag }: At,
  snapshot: WorkspaceSnapshot,
  person: Person,
  { owner, inbox }: PersonSignals,
  input: BatchInput,
): AdvanceInput {
  const { personId } = owner;
  return {
    now,
    horizon,
    ...(lag === undefined ? {} : { lag }),
    person,
    enrollments: input.enrollments.get(personId) ?? [],
    past: input.past.get(personId) ?? [],
    queued: input.queued.get(personId) ?? [],
    failed: input.failed.get(personId) ?? [],
    chosen: input.chosen.get(personId) ?? {},
    ...(input.offers.size === 0 ? {} : { offers: input.offers.get(personId) ?? NO_OFFERS }),
    counted: input.counted.get(personId) ?? [],
    events: input.events.get(personId) ?? [],
    signals: inbox.map(toSignal),
    snapshot,
  };
}

const NO_OFFERS: OfferHistory = { offered: [], outcomes: [] };

function toSignal(row: UnreadSignal): Signal {
  return { ...row.payload, kind: row.kind, id: row.id, at: row.at } as Signal;
}

/**
 * Computes the time of the last entry from the enrollments (R29). Writing it on the person at each entry made up a
 * fifteenth of the cost of a short enrollment.
 */
export function toPerson(
  row: PersonRow,
  memberships: readonly { segmentId: string }[],
  entries: readonly { enrolledAt: number }[],
) {
  const { id, externalId, anonymousId, traits, tags, stage, mergedInto, createdAt, bucketKey } = row;
  const segments = memberships.map((membership) => membership.segmentId);
  return {
    id,
    externalId,
    anonymousId,
    traits,
    tags,
    stage,
    segments,
    mergedInto,
    lastEnteredAt: latest(row.lastEnteredAt, entries),
    createdAt,
    bucketKey,
  };
}

const latest = (before: number | null, entries: readonly { enrolledAt: number }[]): number | null =>
  entries.reduce<number | null>((last, { enrolledAt }) => Math.max(last ?? enrolledAt, enrolledAt), before);
