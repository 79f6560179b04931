import type { Runtime } from "../runtime.ts";
import { noteAttempts } from "../sql/note-attempts.ts";
import type { Batch, PersonWork } from "./batch.ts";

/** Met once in company and three times alone, and each time the process died: no coincidence any more. */
const CERTAIN = 4;

export type Wary = { readonly batch: Batch /** The person's mail ends processes. */; readonly deadly: boolean };

/**
 * Mail older than this process may be what the one before died of. Its attempt is noted first, on another connection; what
 * has been attempted before is then met alone, the least attempted first, so that one culprit delays nobody (R17).
 */
export async function beWary(runtime: Runtime, batch: Batch): Promise<Wary> {
  // Under a virtual clock times say nothing about processes.
  const { since } = runtime.life;
  if (runtime.clock.kind === "virtual" || since === null) return { batch, deadly: false };
  const old = [...batch.people.values()].filter((work) => work.mail.some((row) => row.at < since));
  if (old.length === 0) return { batch, deadly: false };
  const suspect = leastAttempted(old);
  const mail = (suspect ? [suspect] : old).flatMap((work) => work.mail.filter((row) => row.at < since));
  await noteAttempts(runtime.database.sql, mail);
  if (!suspect) return { batch, deadly: false };
  const people = new Map([[suspect.owner.personId, suspect]]);
  return { batch: { ...batch, people, drained: [] }, deadly: attemptsOf(suspect) >= CERTAIN };
}

function leastAttempted(works: readonly PersonWork[]): PersonWork | undefined {
  return works
    .filter((work) => attemptsOf(work) > 0)
    .reduce<PersonWork | undefined>(
      (least, work) => (least && attemptsOf(least) <= attemptsOf(work) ? least : work),
      undefined,
    );
}

const attemptsOf = (work: PersonWork): number => Math.max(...work.mail.map((row) => row.attempts), 0);
