import { desc, eq } from "drizzle-orm";
import type { Program } from "#engine";
import type { JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import type { JourneyRow } from "#services/journeys";
import { schema } from "#store";

export type RunningVersion = { readonly document: JourneyDocument; readonly program: Program };

/** The current or last entry version; null for a journey that was never published. */
export async function runningVersion(
  tx: Transaction | Context["database"]["orm"],
  journey: JourneyRow,
): Promise<RunningVersion | null> {
  const { versions } = schema;
  const { publishedVersionId } = journey;
  const [row] = await tx
    .select({ document: versions.document, program: versions.program })
    .from(versions)
    .where(publishedVersionId ? eq(versions.id, publishedVersionId) : eq(versions.journeyId, journey.id))
    .orderBy(desc(versions.number))
    .limit(1);
  return row ? { document: row.document, program: row.program as Program } : null;
}
