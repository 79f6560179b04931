import { eq } from "drizzle-orm";
import type { JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { schema } from "#store";

/** The parts of a version that a migration needs. */
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
