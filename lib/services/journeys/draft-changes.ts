import type { JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { readSavesSince } from "#store/audit-log";
import type { JourneyRow } from "./find-journey.ts";
import { addDifferences } from "./versions/add-differences.ts";
import { compareDocuments, type Difference } from "./versions/compare-documents.ts";

const MOST_BYTES = 32_768;
/** The number of saves read to find the changes since a revision. */
const MOST_SAVES = 200;

type Noted = { readonly revision: number; readonly difference: Difference | null };

/** The changes of a save, for the audit log; a later 412 reports them. Omitted if very large. */
export function draftChange(revision: number, before: JourneyDocument, after: JourneyDocument): Noted {
  const difference = compareDocuments(before, after);
  return { revision, difference: JSON.stringify(difference).length > MOST_BYTES ? null : difference };
}

export type DraftChanges = {
  readonly difference: Difference | null;
  /** Why the difference is not told, in words; null where it is. */
  readonly differenceNote: string | null;
  readonly changedBy: string[];
};

/** What changed in the draft since a revision, and who changed it. */
export async function changesSince(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  row: JourneyRow,
  revision: number,
): Promise<DraftChanges> {
  const saves = await readSavesSince(tx, { workspaceId: ctx.workspaceId, subject: row.id, revision }, MOST_SAVES);
  const notes = saves.reverse().map(({ detail }) => detail as unknown as Noted);
  const known = notes.flatMap(({ difference }) => difference ?? []);
  const wanted = row.revision - revision;
  const isWhole = known.length === wanted;
  return {
    differenceNote: isWhole ? null : whyUnknown(revision, wanted, notes),
    difference: isWhole ? known.reduce(addDifferences, { nodes: [], edges: [], settings: [] }) : null,
    changedBy: [...new Set(saves.map(({ actor }) => actor))],
  };
}

function whyUnknown(revision: number, wanted: number, notes: readonly Noted[]): string {
  const since = `What changed since revision ${revision} is not listed`;
  const large = notes.filter(({ difference }) => difference === null).length;
  if (large > 0)
    return `${since}: ${large} of the ${wanted} saves changed more than the ${MOST_BYTES / 1_024} KB that are recorded.`;
  if (wanted > MOST_SAVES) return `${since}: it was saved ${wanted} times, and only ${MOST_SAVES} saves are compared.`;
  return `${since}: ${wanted - notes.length} of the ${wanted} saves have no record of their changes.`;
}
