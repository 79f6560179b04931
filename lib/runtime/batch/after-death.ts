import type { TransactionSql } from "#db";
import type { Runtime } from "../runtime.ts";
import { noteAttempts } from "../sql/note-attempts.ts";
import { noteStepAttempts, readStepAttempts, type StepKey } from "../sql/step-attempts.ts";
import type { Batch, PersonWork } from "./batch.ts";

/** Met once in company and three times alone, and each time the process died: no coincidence any more. */
const CERTAIN = 4;

/** Which trips fail of it: those whose timers it is about, or all, as mail may be meant for any. */
export type Deadly = { readonly attempts: number; readonly trips: ReadonlySet<string> | "all" };

export type Wary = {
  readonly batch: Batch;
  /** The person's mail or timers end processes; `null` = nothing says so. */
  readonly deadly: Deadly | null;
  /** Trips whose attempt was noted; forgotten by the transaction that works them off. */
  readonly noted: readonly StepKey[];
};

/**
 * Mail and timers older than this process may be what the one before died of. Their attempt is noted first, on another
 * connection; what was attempted before is then met alone, the least attempted first, so that one culprit delays nobody
 * (R17). Costs nothing for work that came up while this process was there.
 */
export async function beWary(runtime: Runtime, sql: TransactionSql, batch: Batch): Promise<Wary> {
  // Under a virtual clock times say nothing about processes.
  const { since } = runtime.life;
  const calm = { batch, deadly: null, noted: [] };
  if (runtime.clock.kind === "virtual" || since === null) return calm;
  const old = [...batch.people.values()].flatMap((work) => {
    const mail = work.mail.filter((row) => row.at < since);
    const due = work.due.filter((row) => row.wakeAt < since);
    return mail.length > 0 || due.length > 0 ? [{ work, mail, due, attempts: 0 }] : [];
  });
  if (old.length === 0) return calm;
  await countAttempts(sql, old);
  const suspect = leastAttempted(old);
  const met = suspect ? [suspect] : old;
  const noted = met.flatMap((one) => one.due.map((row) => ({ shard: row.shard, enrollmentId: row.enrollmentId })));
  await noteAttempts(
    runtime.database.sql,
    met.flatMap((one) => one.mail),
  );
  await noteStepAttempts(runtime.database.sql, noted);
  if (!suspect) return { ...calm, noted };
  const people = new Map([[suspect.work.owner.personId, suspect.work]]);
  return {
    batch: { ...batch, people, drained: [] },
    deadly: suspect.attempts >= CERTAIN ? deadlyOf(suspect) : null,
    noted,
  };
}

type Old = {
  readonly work: PersonWork;
  readonly mail: PersonWork["mail"];
  readonly due: PersonWork["due"];
  attempts: number;
};

async function countAttempts(sql: TransactionSql, old: readonly Old[]): Promise<void> {
  const due = old.flatMap((one) => one.due);
  const known = due.length === 0 ? new Map() : await readStepAttempts(sql, due);
  for (const one of old) {
    const timers = one.due.map((row) => known.get(row.enrollmentId) ?? 0);
    one.attempts = Math.max(0, ...one.mail.map((row) => row.attempts), ...timers);
  }
}

function deadlyOf({ mail, due, attempts }: Old): Deadly {
  const byMail = mail.some((row) => row.attempts >= CERTAIN);
  return { attempts, trips: byMail ? "all" : new Set(due.map((row) => row.enrollmentId)) };
}

function leastAttempted(old: readonly Old[]): Old | undefined {
  let least: Old | undefined;
  for (const one of old) if (one.attempts > 0 && (!least || one.attempts < least.attempts)) least = one;
  return least;
}
