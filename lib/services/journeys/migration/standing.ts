import type { JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { readDocuments } from "#store/versions";

/** The parts of a version that a migration needs. */
export type KnownVersion = { readonly id: string; readonly number: number; readonly document: JourneyDocument };

/** Everything published of a journey, the newest first. */
export async function loadVersions(
  tx: Transaction | Context["database"]["orm"],
  journeyId: string,
): Promise<KnownVersion[]> {
  return (await readDocuments(tx, journeyId)).reverse();
}
