import { setImmediate } from "node:timers/promises";
import { newId, shardOf } from "#db";
import { type AdvanceResult, advance, type Person, type WorkspaceSnapshot } from "#engine";
import { advanceInputOf, type BatchInput } from "#store/advance-input";
import { holdRevision } from "#store/engine-config";
import type { ImportedPerson } from "#store/people-import-parts";
import { lookupsOf } from "#store/snapshot";
import { loadConfiguration } from "../load-configuration.ts";
import type { Slice } from "../operations/operation.ts";
import { patchOf } from "./patch-of.ts";

/** A person whom a row makes, and what their change in the inbox would make of them. */
export type SettledPerson = { readonly before: Person; readonly outcome: AdvanceResult };

type NewRow = { readonly row: ImportedPerson; readonly personId: string };
type Target = Pick<Slice, "runtime" | "sql" | "now" | "hasCrashed"> & { readonly workspaceId: string };
type Held = { readonly snapshot: WorkspaceSnapshot; readonly workspaceId: string; readonly now: number };

/** So many people are advanced at once; then other requests get their turn (R50). */
const AT_ONCE = 200;

/**
 * The configuration by which new people can be settled, or null if they cannot. Its revision is held until the commit: a
 * segment that is built, or a journey that is published, afterwards finds them (R14).
 */
export async function holdConfiguration({ runtime, sql, workspaceId, now, hasCrashed }: Target): Promise<Held | null> {
  if (hasCrashed) return null;
  const { snapshots, closed } = await loadConfiguration(runtime, sql, await holdRevision(sql));
  const snapshot = snapshots.get(workspaceId);
  // What another version of the program has to advance waits for it in the inbox.
  return snapshot === undefined || closed.includes(workspaceId) ? null : { snapshot, workspaceId, now };
}

/**
 * New people as they are after the change of their row, by id, where nothing follows but what is theirs alone: traits,
 * tags, stage, memberships and dates. Nobody else knows these people before the commit, so they can be written whole,
 * without the lock of their shard (R1). The others, whom the change lets into a journey, say, get it through the inbox.
 */
export async function settleNewPeople(
  held: Held | null,
  rows: readonly NewRow[],
): Promise<ReadonlyMap<string, SettledPerson>> {
  const settled = new Map<string, SettledPerson>();
  if (held === null) return settled;
  for (const [index, one] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const found = settle(held, one);
    if (found !== null) settled.set(one.personId, found);
  }
  return settled;
}

function settle({ snapshot, workspaceId, now }: Held, { row, personId }: NewRow): SettledPerson | null {
  const patch = patchOf(row, []);
  if (Object.keys(patch).length === 0) return null;
  const shard = shardOf(personId);
  const before = newPerson(row, personId, now);
  const signal = {
    ...{ shard, workspaceId, personId, id: newId(shard), kind: "patch", attempts: 0 },
    ...{ at: now, receivedAt: now * 1_000, payload: { patch, source: "import" } },
  };
  const work = { owner: { shard, workspaceId, personId }, inbox: [signal] };
  try {
    const outcome = advance(advanceInputOf({ now, horizon: null }, snapshot, before, work, NOTHING_KNOWN));
    return isOwn(outcome, before, snapshot) ? { before, outcome } : null;
  } catch {
    // The inbox finds out whose row it is, and keeps it with the reason (R17).
    return null;
  }
}

const newPerson = ({ userId, anonymousId }: ImportedPerson, id: string, createdAt: number): Person => ({
  ...{
    id,
    externalId: userId ?? null,
    anonymousId: anonymousId ?? null,
    traits: {},
    tags: [],
    stage: null,
    segments: [],
  },
  ...{ lastEnteredAt: null, createdAt, bucketKey: id },
});

const NOTHING_KNOWN: BatchInput = {
  ...{ people: new Map(), enrollments: new Map(), past: new Map(), queued: new Map(), failed: new Map() },
  ...{ events: new Map(), chosen: new Map(), offers: new Map(), counted: new Map() },
};

/** What concerns nobody else. */
const OWN: ReadonlySet<string> = new Set(["person", "changes", "segmentsRecheckAt", "dates", "emitted"]);

/** Whether an outcome concerns nothing but the person; members whom a journey enrolls are a matter of the inbox (R28). */
function isOwn(outcome: AdvanceResult, before: Person, snapshot: WorkspaceSnapshot): boolean {
  for (const [name, value] of Object.entries(outcome))
    if (!OWN.has(name) && (value as readonly unknown[]).length > 0) return false;
  const { person } = outcome;
  const { audiences } = lookupsOf(snapshot);
  return person !== before && !person.segments.some((segment) => audiences.has(segment));
}
