import * as z from "zod";
import { type JourneyDocument, NodeType } from "#journey";
import { type Context, isUuid, notFound } from "#services";
import { readVersion } from "#store/versions";
import { loadCatalog, pinContent } from "../catalog.ts";
import { draftOf } from "../document.ts";
import { findJourney, type JourneyRow } from "../find-journey.ts";
import { compareDocuments } from "./compare-documents.ts";

const Side = z.union([z.uuid(), z.literal("draft")], { error: "must be the id of a version, or draft" });
export const CompareQuery = z.object({ from: Side, to: Side.default("draft") });
export type CompareQuery = z.infer<typeof CompareQuery>;

const Field = z.object({ path: z.string(), before: z.unknown(), after: z.unknown() });

export const VersionDifference = z
  .object({
    nodes: z.array(
      z.object({
        nodeId: z.string(),
        name: z.string(),
        label: z
          .string()
          .nullable()
          .optional()
          .meta({ description: "What people read for the step, if it has a label" }),
        type: NodeType,
        change: z.enum(["added", "removed", "changed", "moved"]),
        fields: z.array(Field),
      }),
    ),
    edges: z.array(
      z.object({
        edgeId: z.string(),
        name: z.string(),
        change: z.enum(["added", "removed", "changed"]),
        fields: z.array(Field),
      }),
    ),
    settings: z.array(Field),
  })
  .meta({ id: "VersionDifference" });
export type VersionDifference = z.infer<typeof VersionDifference>;

/** What changed from one version to another, or to the draft, field by field. */
export async function compareVersions(
  ctx: Context,
  reference: string,
  { from, to }: CompareQuery,
): Promise<VersionDifference> {
  const journey = await findJourney(ctx, reference);
  const [before, after] = await Promise.all([documentOf(ctx, journey, from), documentOf(ctx, journey, to)]);
  return compareDocuments(before, after);
}

/** The draft names content as written, versions by id: for the comparison, both use the id. */
async function documentOf(ctx: Context, journey: JourneyRow, side: string): Promise<JourneyDocument> {
  const { orm } = ctx.database;
  if (side === "draft") return pinContent(draftOf(journey), await loadCatalog(ctx, orm));
  if (!isUuid(side)) throw notFound("version");
  const version = await readVersion(orm, { id: side, journeyId: journey.id });
  if (!version) throw notFound("version");
  return version.document;
}
