import type { TransactionSql } from "#db";
import { type AdvanceKey, noteAdvanceAttempts, readAdvanceAttempts } from "#store/advance-attempts";
import { noteAttempts } from "#store/inbox";
import type { Runtime } from "../runtime.ts";
import type { Batch, PersonWork } from "./batch.ts";

/**
 * Attempts after which a crash is no longer a coincidence: once in a batch with other people, once with the person's
 * other work and twice alone, and the process died each time.
 */
const CERTAIN = 4;

/**
 * What is set aside: the signals that were read at each attempt, otherwise the enrollments whose timers were due. The
 * rest of the person's work continues.
 */
export type CrashSuspect = {
  readonly attempts: number;
  readonly inbox: PersonWork["inbox"];
  readonly enrollments: ReadonlySet<string>;
};

export type Isolated = {
  readonly batch: Batch;
  /** Set if the person's signals or timers crash processes; `null` if nothing indicates that. */
  readonly suspect: CrashSuspect | null;
  /** Enrollments whose attempt was noted. The transaction that processes them deletes the notes. */
  readonly noted: readonly AdvanceKey[];
};

/**
 * Signals and timers older than this process may have crashed the previous one. Their attempt is noted before they are
 * processed, on another connection, so that the note survives a crash. What was attempted before is then processed
 * alone, the least attempted first, so that one culprit delays nobody else (R17). Work that arrived after this process
 * started costs nothing extra.
 */
export async function isolateCrashSuspects(runtime: Runtime, sql: TransactionSql, batch: Batch): Promise<Isolated> {
  // A virtual clock cannot tell whether rows are older than the process.
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
  /** How often the timers were attempted, and the maximum over timers and signals. */
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
 * Takes only the person's first signal, so that the signals before and after the culprit are not set aside with it.
 * Applies once the person's whole work together has crashed a process. After a kill with another cause this is several
 * times slower, because each signal gets its own batch.
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
