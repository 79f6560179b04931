import { eq } from "drizzle-orm";
import { audienceSegments, type Program } from "#engine";
import type { Context, Transaction } from "#services";
import { queueOperation } from "#services/operations";
import { schema } from "#store";
import type { JourneyRow } from "./find-journey.ts";

/** If all triggers are MANUAL, publishing and resuming enroll the members of the audience (R28). */
export async function queueAudience(ctx: Context, tx: Transaction, row: JourneyRow): Promise<void> {
  if (!row.publishedVersionId) return;
  const { versions } = schema;
  const [version] = await tx
    .select({ program: versions.program })
    .from(versions)
    .where(eq(versions.id, row.publishedVersionId));
  for (const segmentId of version ? audienceSegments(version.program as Program) : [])
    await queueOperation(ctx, tx, "enroll", { segmentId, origin: "audience" }, row.id);
}
