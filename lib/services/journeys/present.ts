import { segmentId } from "#engine";
import { isEntry, type JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { queueOperation } from "#services/operations";
import { readReferences } from "#services/segments";
import { countMembers } from "#store/segment-counts";
import { readVersion } from "#store/versions";
import type { JourneyRow } from "./find-journey.ts";

/** A trigger on entering a segment, with its present members. */
export type Present = {
  readonly nodeId: string;
  readonly segmentId: string;
  readonly segmentName: string;
  readonly people: number;
  /** The present members were not enrolled by this trigger, because the current version does not have it. */
  readonly isNew: boolean;
};

/** The present members of segments that trigger the journey; `live` is the current entry version. */
export async function loadPresent(
  ctx: Context,
  document: JourneyDocument,
  live: JourneyDocument | null,
): Promise<Present[]> {
  const triggers = entering(document);
  if (triggers.length === 0) return [];
  const known = await readReferences(ctx, ctx.database.orm);
  const idOf = (reference: string) => segmentId(reference, known);
  const before = new Set(live === null ? [] : entering(live).map(({ reference }) => idOf(reference)));
  const found = triggers.flatMap(({ nodeId, reference }) => {
    const segment = known.get(idOf(reference) ?? "");
    return segment ? [{ nodeId, segment }] : [];
  });
  const ids = [...new Set(found.map(({ segment }) => segment.id))];
  const counts = await countMembers(ctx.database.sql, ids);
  return found.map(({ nodeId, segment: { id, name } }) => {
    return { nodeId, segmentId: id, segmentName: name, people: counts.get(id) ?? 0, isNew: !before.has(id) };
  });
}

/**
 * Enrolls the present members of those segments, once per membership, by the trigger and its filters; returns the
 * operations.
 */
export async function queuePresent(ctx: Context, tx: Transaction, row: JourneyRow): Promise<string[]> {
  if (!row.publishedVersionId) return [];
  const version = await readVersion(tx, { id: row.publishedVersionId });
  const known = await readReferences(ctx, tx);
  const operations: string[] = [];
  for (const { nodeId, reference } of version ? entering(version.document) : []) {
    const segment = known.get(segmentId(reference, known, version?.pins?.segments) ?? "");
    if (!segment) continue;
    const { id, key, number } = segment;
    const input = { segmentId: id, origin: "audience", nodeId, properties: { segment: id, key, number } };
    operations.push(await queueOperation(ctx, tx, "enroll", input, { journeyId: row.id }));
  }
  return operations;
}

function entering({ nodes }: JourneyDocument): { nodeId: string; reference: string }[] {
  return nodes.filter(isEntry).flatMap(({ id, config }) => {
    if (config.triggerType !== "SEGMENT_ENTERED") return [];
    const { segment } = (config.triggerConfig ?? {}) as { segment?: unknown };
    return typeof segment === "string" || typeof segment === "number"
      ? [{ nodeId: id, reference: String(segment) }]
      : [];
  });
}
