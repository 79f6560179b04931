import { eq } from "drizzle-orm";
import { ALL_SHARDS } from "#db";
import type { JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { schema } from "#store";
import type { JourneyRow } from "../find-journey.ts";

/** A version as far as a migration needs it. */
export type KnownVersion = { readonly id: string; readonly number: number; readonly document: JourneyDocument };

/** Everything published of a journey, the newest first. */
export async function loadVersions(
  tx: Transaction | Context["database"]["orm"],
  journeyId: string,
): Promise<KnownVersion[]> {
  const { versions } = schema;
  const { id, number, document } = versions;
  const rows = await tx.select({ id, number, document }).from(versions).where(eq(versions.journeyId, journeyId));
  return rows.sort((left, right) => right.number - left.number);
}

export type Standing = { readonly versionId: string; readonly nodeId: string; readonly people: number };

/** How many people stand on each step of each version; those that an archive has overtaken are nowhere (R31). */
export async function countStanding(ctx: Context, journey: JourneyRow): Promise<Standing[]> {
  return ctx.database.sql<Standing[]>`
    select version_id as "versionId", node_id as "nodeId", count(*)::int as people
    from positions
    where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journey.id} and epoch >= ${journey.epoch}
    group by version_id, node_id`;
}
