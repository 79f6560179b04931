import { audienceSegments } from "#engine";
import type { Context, Transaction } from "#services";
import { queueOperation } from "#services/operations";
import { readRunningVersion } from "#store/versions";
import type { JourneyRow } from "./find-journey.ts";

/** If all triggers are MANUAL, publishing and resuming enroll the members of the audience (R28). */
export async function queueAudience(ctx: Context, tx: Transaction, row: JourneyRow): Promise<void> {
  if (!row.publishedVersionId) return;
  const version = await readRunningVersion(tx, { journeyId: row.id, versionId: row.publishedVersionId });
  for (const segmentId of version ? audienceSegments(version.program) : [])
    await queueOperation(ctx, tx, "enroll", { segmentId, origin: "audience" }, { journeyId: row.id });
}
