import { referencesIn, type SegmentDefinition, segmentId, segmentWithSources } from "#engine";
import { type Context, invalidField, type Transaction } from "#services";
import { readSegmentReferences, type SegmentRow } from "#store/segments";

export type Known = ReadonlyMap<string, SegmentDefinition & { readonly name: string }>;

/** All segments of the workspace, as rules refer to each other. */
export async function readReferences(ctx: Context, tx: Transaction | Context["database"]["orm"]): Promise<Known> {
  const rows = await readSegmentReferences(tx, ctx.workspaceId);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Refuses rules that refer back to the segment itself, because its membership would be undefined. */
export function refuseCircle(row: SegmentRow, known: Known): void {
  for (const reference of referencesIn(row.rules)) {
    const source = known.get(segmentId(reference, known) ?? "");
    if (source === undefined || !segmentWithSources(source.id, known).some(({ id }) => id === row.id)) continue;
    const through = source.id === row.id ? "itself" : `“${source.key}”, which refers back to it`;
    throw invalidField(["rules"], `The rules refer to ${through}`);
  }
}

/** Segments by rules that depend on this segment, or on a name it had or has. */
export function dependentsOf(row: SegmentRow, known: Known, names: readonly string[]): string[] {
  const dependent = ({ id, rules }: SegmentDefinition) =>
    id !== row.id &&
    (segmentWithSources(id, known).some((source) => source.id === row.id) ||
      referencesIn(rules).some((reference) => names.includes(reference)));
  return [...known.values()].filter(dependent).map(({ id }) => id);
}
