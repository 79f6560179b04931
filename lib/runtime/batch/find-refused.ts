import type { TransactionSql } from "#db";
import { type Bar, visitOf } from "#engine";
import type { BatchInput } from "#store/advance-input";
import type { Configuration } from "#store/snapshot";
import type { Runtime } from "../runtime.ts";
import { advancePeople, type Suspicion } from "./advance-people.ts";
import type { Batch } from "./batch.ts";
import type { Changes } from "./changes.ts";
import { isRefusal, reasonOf } from "./refusal.ts";
import { writeChanges } from "./write-changes.ts";

/** One person, at most one of their signals, and all the input that advancing them needs. */
type Case = {
  readonly runtime: Runtime;
  readonly sql: TransactionSql;
  readonly configuration: Configuration;
  readonly batch: Batch;
  readonly facts: BatchInput;
};

type Bars = ReadonlyMap<string, Bar>;

/**
 * Finds out by trial which enrollments cannot be stored, and from which of their steps on. Each trial writes its rows
 * inside the batch's transaction, under its locks, and rolls them back (R47). First all enrollments that the signal
 * touches are barred. Then bars are removed, all at once or in halves, as long as the rest can be stored. Finally each
 * remaining bar is moved to the latest possible step. `rejected`: the signal itself cannot be stored, so no enrollment
 * fails because of it.
 */
export async function findRefused(of: Case): Promise<Suspicion> {
  const plain = await attempt(of, new Map());
  if (plain.refused === null) return null;
  const error = `The result of this step cannot be stored: ${plain.refused}`;
  const ways = plain.changes === null ? standing(of, error) : waysOf(of, plain.changes, error);
  const all: Bars = new Map([...ways].map(([id, { first }]) => [id, first]));
  const { refused } = await attempt(of, all);
  if (refused !== null) return { kind: "rejected", error: refused };
  let barred = await release(of, all, [...all.keys()]);
  for (const id of barred.keys()) barred = await moveBar(of, barred, id, ways.get(id));
  return { kind: "barred", barred };
}

type Attempt = { readonly refused: string | null; readonly changes: Changes | null };

const ROLLED_BACK = Symbol("this was a try");

async function attempt({ runtime, sql, configuration, batch, facts }: Case, barred: Bars): Promise<Attempt> {
  let changes: Changes | null = null;
  const quiet = { ...runtime, report: () => {} };
  try {
    await sql.savepoint(async (tx) => {
      ({ changes } = advancePeople(quiet, configuration, batch, facts, { kind: "barred", barred }));
      await writeChanges(tx, changes, batch.now);
      throw ROLLED_BACK;
    });
  } catch (error) {
    if (error === ROLLED_BACK) return { refused: null, changes };
    if (!isRefusal(error)) throw error;
    return { refused: reasonOf(error), changes };
  }
  throw new Error("a try was kept");
}

/**
 * Where an enrollment may be barred while this signal is processed: `first` is its current visit or its first step,
 * `last` its last.
 */
type Way = { readonly first: Bar; readonly last: number };

function waysOf({ facts }: Case, changes: Changes, error: string): Map<string, Way> {
  const ways = new Map<string, Way>();
  const standsAt = new Map(
    [...facts.enrollments.values()].flat().map((enrollment) => [enrollment.enrollmentId, visitOf(enrollment)]),
  );
  const meet = (id: string, hops: number) => {
    const from = standsAt.get(id) ?? 1;
    const last = ways.get(id)?.last ?? from;
    ways.set(id, { first: { visit: from, error }, last: last + hops });
  };
  for (const { row } of [...changes.moved, ...changes.begun]) meet(row.enrollmentId, 0);
  for (const { row } of [...changes.enrollments, ...changes.ended]) meet(row.id, 0);
  for (const { row } of changes.history) meet(row.enrollmentId, row.hops.length);
  return ways;
}

/** The engine itself threw: any running enrollment may be the cause. */
function standing({ facts }: Case, error: string): Map<string, Way> {
  const enrollments = [...facts.enrollments.values()].flat();
  return new Map(
    enrollments.map((enrollment) => [
      enrollment.enrollmentId,
      { first: { visit: visitOf(enrollment), error }, last: visitOf(enrollment) },
    ]),
  );
}

/** Removes the bars of `ids`, all at once or in halves, where everything can be stored without them. */
async function release(of: Case, barred: Bars, ids: readonly string[]): Promise<Bars> {
  if (ids.length === 0) return barred;
  const fewer = new Map([...barred].filter(([id]) => !ids.includes(id)));
  if ((await attempt(of, fewer)).refused === null) return fewer;
  if (ids.length === 1) return barred;
  const middle = Math.ceil(ids.length / 2);
  return await release(of, await release(of, barred, ids.slice(0, middle)), ids.slice(middle));
}

/** Moves the bar to the latest step that can be stored; the steps before it are taken. */
async function moveBar(of: Case, barred: Bars, id: string, way: Way | undefined): Promise<Bars> {
  if (way === undefined) return barred;
  let best = barred;
  let low = way.first.visit;
  let high = way.last;
  while (low < high) {
    const visit = Math.ceil((low + high) / 2);
    const moved = new Map([...barred, [id, { ...way.first, visit }]]);
    if ((await attempt(of, moved)).refused === null) {
      best = moved;
      low = visit;
    } else high = visit - 1;
  }
  return best;
}
