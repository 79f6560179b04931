import type { Context } from "#services";
import { findSegment } from "./find-segment.ts";
import { findUses } from "./find-uses.ts";
import type { SegmentUse } from "./schema.ts";

/** Where a segment is used: journeys that people may reach it in, other segments, offers and decision flows. */
export async function segmentUses(ctx: Context, reference: string): Promise<SegmentUse[]> {
  const row = await findSegment(ctx, reference);
  const { documents, segments, decisions } = await ctx.database.orm.transaction((tx) => findUses(ctx, tx, row));
  const byJourney = Map.groupBy(documents, ({ journey }) => journey.id);
  const journeys = [...byJourney].map(([id, found]): SegmentUse => {
    const places = found.map(({ version }) => (version === null ? "draft" : `version ${version}`));
    return { kind: "journey", id, name: found[0]?.journey.name ?? "", detail: places.join(", ") };
  });
  return [
    ...journeys,
    ...segments.map(({ id, name }): SegmentUse => ({ kind: "segment", id, name, detail: null })),
    ...decisions.map(({ id, name, kind }): SegmentUse => ({ kind, id, name, detail: null })),
  ];
}
