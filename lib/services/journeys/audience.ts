import { eq } from "drizzle-orm";
import { isEntry } from "#journey";
import type { Context, Transaction } from "#services";
import { queueOperation } from "#services/operations";
import { schema } from "#store";
import type { JourneyRow } from "./find-journey.ts";

/** If all triggers are MANUAL, publishing and resuming enroll the members of the audience (R28). */
export async function queueAudience(ctx: Context, tx: Transaction, row: JourneyRow): Promise<void> {
  if (!row.publishedVersionId) return;
  const { versions } = schema;
  const [version] = await tx
    .select({ document: versions.document })
    .from(versions)
    .where(eq(versions.id, row.publishedVersionId));
  if (!version?.document.audienceId) return;
  const triggers = version.document.nodes.filter(isEntry);
  if (triggers.some((node) => node.config.triggerType !== "MANUAL")) return;
  await queueOperation(ctx, tx, "enroll", { segmentId: version.document.audienceId, origin: "audience" }, row.id);
}
