import { referencesIn, referencesOf, segmentId } from "#engine";
import type { Context, Transaction } from "#services";
import { sayDocuments } from "#services/configuration";
import { type DocumentInUse, documentsInUse } from "#store/versions";
import type { SegmentRow } from "./find-segment.ts";
import { readReferences } from "./references.ts";

/** The uses of a segment: drafts, versions that people can enter or are on, and rules of other segments (R46). */
export type Uses = { readonly documents: DocumentInUse[]; readonly segments: { id: string; name: string }[] };

/** `called` limits it to uses by this one name, which no version has pinned. */
export async function findUses(ctx: Context, tx: Transaction, row: SegmentRow, called?: string): Promise<Uses> {
  const [documents, known] = await Promise.all([documentsInUse(tx, ctx.workspaceId), readReferences(ctx, tx)]);
  const means = (reference: string) =>
    (called === undefined || reference === called) && segmentId(reference, known) === row.id;
  return {
    documents: documents.filter((one) => isAbout(one, row.id, means, called !== undefined)),
    segments: [...known.values()].filter(({ id, rules }) => id !== row.id && referencesIn(rules).some(means)),
  };
}

function isAbout(
  { document, pins }: DocumentInUse,
  id: string,
  means: (reference: string) => boolean,
  byName: boolean,
): boolean {
  if (!byName && document.audienceId === id) return true;
  if (pins !== null) return !byName && Object.values(pins.segments).includes(id);
  const { segments, perhapsSegments } = referencesOf(document);
  return [...segments, ...perhapsSegments].some(means);
}

/** `the draft of Welcome, version 2 of Welcome, the segment Fans`; empty when nothing uses it. */
export const sayUses = ({ documents, segments }: Uses): string =>
  [...sayDocuments(documents), ...segments.map(({ name }) => `the segment ${name}`)].join(", ");
