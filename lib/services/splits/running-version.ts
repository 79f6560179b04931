import type { Program } from "#engine";
import type { JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import type { JourneyRow } from "#services/journeys";
import { readRunningVersion } from "#store/versions";

export type RunningVersion = { readonly document: JourneyDocument; readonly program: Program };

/** The current or last entry version; null for a journey that was never published. */
export async function runningVersion(
  tx: Transaction | Context["database"]["orm"],
  journey: JourneyRow,
): Promise<RunningVersion | null> {
  const row = await readRunningVersion(tx, { journeyId: journey.id, versionId: journey.publishedVersionId });
  return row ?? null;
}
