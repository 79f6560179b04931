import type { TransactionSql } from "#db";
import { noteAttempts } from "#store/inbox";
import { type AdvanceKey, noteAdvanceAttempts, readAdvanceAttempts } from "#store/step-attempts";
import type { Runtime } from "../runtime.ts";
import type { Batch, PersonWork } from "./batch.ts";

/** Met once among others, once with the person's other work and twice alone, and each time the process died: no coincidence any more. */
const CERTAIN = 4;

/** What is set aside: signals that were read each time, else the enrollments whose timers were due. Nothing else of the person is. */
export type CrashSuspect = {
  readonly attempts: number;
  readonly inbox: PersonWork["inbox"];
  readonly enrollments: ReadonlySet<string>;
};

export type Isolated = {
  readonly batch: Batch;
  /** The person's signals or timers end processes; `null` = nothing says so. */
  readonly suspect: CrashSuspect | null;
  /** Enrollments whose attempt was noted; forgotten by the transaction that works them off. */
  readonly noted: readonly AdvanceKey[];
};

/**
 * Signals and timers older than this process may be what the one before died of. Their attempt is noted first, on another
 * connection; what was attempted before is then met alone, the least attempted first, so that one culprit delays nobody
 * (R17). Costs nothing for work that came up while this process was there.
 */
export async function isolateCrashSuspects(runtime: Runtime, sql: TransactionSql, batch: Batch): Promise<Isolated> {
  // Under a virtual clock times say nothing about processes.
  const { since } = runtime.firstLook;
  const calm = { batch, suspect: null, noted: [] };
  if (runtime.clock.kind === "virtual" || since === null) return calm;
  const old = [...batch.people.values()].flatMap((work) => {
    const inbox = work.inbox.filter((row) => row.at < since);
    const due = work.due.filter((row) => row.wakeAt < since);
    return inbox.length > 0 || due.length > 0 ? [{ work, inbox, due, timers: 0, attempts: 0 }] : [];
  });
  if (old.length === 0) return calm;
  await countAttempts(sql, old);
  const person = leastAttempted(old);
  const suspect = person && (person.attempts > 1 ? firstSignalOf(person) : person);
  const met = suspect ? [suspect] : old;
  const noted = met.flatMap((one) => one.due.map((row) => ({ shard: row.shard, enrollmentId: row.enrollmentId })));
  await noteAttempts(
    runtime.database.sql,
    met.flatMap((one) => one.inbox),
  );
  await noteAdvanceAttempts(runtime.database.sql, noted);
  if (!suspect) return { ...calm, noted };
  const people = new Map([[suspect.work.owner.personId, suspect.work]]);
  return {
    batch: { ...batch, people, drained: [] },
    suspect: suspectOf(suspect),
    noted,
  };
}

type Old = {
  readonly work: PersonWork;
  readonly inbox: PersonWork["inbox"];
  readonly due: PersonWork["due"];
  /** How often the timers were met, and how often any of it was. */
  timers: number;
  attempts: number;
};

async function countAttempts(sql: TransactionSql, old: readonly Old[]): Promise<void> {
  const due = old.flatMap((one) => one.due);
  const known = due.length === 0 ? new Map() : await readAdvanceAttempts(sql, due);
  for (const one of old) {
    one.timers = Math.max(0, ...one.due.map((row) => known.get(row.enrollmentId) ?? 0));
    one.attempts = Math.max(one.timers, ...one.inbox.map((row) => row.attempts));
  }
}

/**
 * Signal by signal, so that those before and behind the one that ends processes are not set aside with it: once the person's
 * work together ended one. After a kill that nothing of it caused, a batch for each signal is several times slower.
 */
function firstSignalOf({ work, due, timers, ...rest }: Old): Old {
  const [first, second] = work.inbox;
  const alone = first === undefined ? work : { ...work, inbox: [first], horizon: second?.at ?? work.horizon };
  const inbox = rest.inbox.filter((row) => row === first);
  return { work: alone, inbox, due, timers, attempts: Math.max(timers, ...inbox.map((row) => row.attempts)) };
}

function suspectOf({ inbox, due, attempts, timers }: Old): CrashSuspect | null {
  const certain = inbox.filter((row) => row.attempts >= CERTAIN);
  if (certain.length > 0) return { attempts, inbox: certain, enrollments: new Set() };
  return timers >= CERTAIN ? { attempts, inbox: [], enrollments: new Set(due.map((row) => row.enrollmentId)) } : null;
}

function leastAttempted(old: readonly Old[]): Old | undefined {
  let least: Old | undefined;
  for (const one of old) if (one.attempts > 0 && (!least || one.attempts < least.attempts)) least = one;
  return least;
}
