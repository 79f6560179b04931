import { SHARD_COUNT, wakeEngine } from "#db";
import { conditionsMet, segmentEvents } from "#engine";
import { advanceInputOf, type BatchInput, loadBatchInput, type PersonSignals } from "#store/advance-input";
import { readMoment } from "#store/engine-config";
import { appendSignals } from "#store/inbox";
import { readParkedPeople } from "#store/positions";
import type { Configuration } from "#store/snapshot";
import { type ConditionNode, findConditionNodes } from "#store/versions";
import { HOUR_MS, MINUTE_MS } from "#times";
import { loadConfiguration } from "../load-configuration.ts";
import { FIRST } from "../operations/operation.ts";
import type { Runtime } from "../runtime.ts";
import { eachOrSetAside } from "../set-aside.ts";
import { readsEventsOrSegments } from "./reads.ts";

/** What one process remembers between checks: the next shard, and the time up to which each shard was checked. */
export type Rechecks = {
  next: number;
  readonly seen: (number | null)[];
  readonly fullAt: number[];
  nodes: { readonly revision: number; readonly list: readonly ConditionNode[] };
};

export function openRechecks(): Rechecks {
  const shards = Array.from({ length: SHARD_COUNT });
  return { next: 0, seen: shards.map(() => null), fullAt: shards.map(() => 0), nodes: { revision: -1, list: [] } };
}

const PAGE = 500;
/** Overlap with the previous check, so that late commits are not missed. */
const BACK_MS = MINUTE_MS;
/** How often everybody is checked, in case anything was missed. */
const FULL_MS = HOUR_MS;

/**
 * Guarantees that a condition is noticed at most five minutes after it became true (R23): one shard per call, read
 * only. Most changes signal people themselves; this finds those that do not, such as old events and first segment
 * builds.
 */
export async function recheckConditions(runtime: Runtime, rechecks: Rechecks): Promise<boolean> {
  const { sql } = runtime.database;
  const shard = rechecks.next;
  rechecks.next = (shard + 1) % SHARD_COUNT;
  const asked = await readMoment(sql);
  const now = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : asked.now;
  const configuration = await loadConfiguration(runtime, sql, asked.revision);
  if (rechecks.nodes.revision !== asked.revision) {
    const list = (await findConditionNodes(sql)).filter(({ config }) => readsEventsOrSegments(config));
    rechecks.nodes = { revision: asked.revision, list };
  }
  const seen = rechecks.seen[shard] ?? null;
  const full = seen === null || now - (rechecks.fullAt[shard] ?? 0) >= FULL_MS;
  const nodes = rechecks.nodes.list;
  if (nodes.length > 0)
    await lookAtShard(runtime, configuration, { shard, now, nodes, since: full ? null : seen - BACK_MS });
  rechecks.seen[shard] = now;
  if (full) rechecks.fullAt[shard] = now;
  return false;
}

type Look = {
  readonly shard: number;
  readonly now: number;
  readonly nodes: readonly ConditionNode[];
  readonly since: number | null;
};

async function lookAtShard(runtime: Runtime, configuration: Configuration, look: Look): Promise<void> {
  const names = look.nodes.flatMap(({ config }) => segmentEvents(config));
  let cursor = FIRST;
  for (;;) {
    const page = await readParkedPeople(runtime.database.sql, { ...look, names, cursor, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) return;
    await signal(runtime, configuration, look, page);
    if (page.length < PAGE) return;
    cursor = last.enrollmentId;
  }
}

async function signal(
  runtime: Runtime,
  configuration: Configuration,
  { shard, now }: Look,
  parked: readonly { readonly personId: string; readonly workspaceId: string }[],
): Promise<void> {
  const { sql } = runtime.database;
  const people = new Map<string, PersonSignals>();
  for (const { personId, workspaceId } of parked)
    people.set(personId, { owner: { shard, workspaceId, personId }, inbox: [] });
  const input = await loadBatchInput(sql, configuration, { people, enrollments: new Map() });
  const about = { workspaceId: null, journeyId: null, subject: `conditions of people in shard ${shard}`, at: now };
  const judged = await eachOrSetAside(runtime, about, people.values(), (work) =>
    isMet(configuration, input, work, now),
  );
  const met = judged.flatMap(([work, isTrue]) => (isTrue ? [work] : []));
  const receivedAt = runtime.clock.kind === "virtual" ? { receivedAt: new Date(now) } : {};
  await appendSignals(
    sql,
    met.map(({ owner: { workspaceId, personId } }) => ({
      workspaceId,
      personId,
      kind: "poll",
      payload: {},
      ...receivedAt,
    })),
  );
  if (met.length > 0) wakeEngine();
}

function isMet(configuration: Configuration, input: BatchInput, of: PersonSignals, now: number): boolean {
  const snapshot = configuration.snapshots.get(of.owner.workspaceId);
  const person = input.people.get(of.owner.personId);
  if (snapshot === undefined || person === undefined || person.mergedInto !== null) return false;
  return conditionsMet(advanceInputOf({ now, horizon: null }, snapshot, person, of, input)).length > 0;
}
