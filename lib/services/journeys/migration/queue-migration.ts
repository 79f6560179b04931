import type { JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { queueOperation } from "#services/operations";
import type { JourneyRow } from "../find-journey.ts";
import type { Migration } from "./input.ts";
import { planMigration } from "./plan.ts";
import { loadVersions } from "./standing.ts";

/** Checks a plan and queues its operation; returns the operation's id, or null if nobody moves. */
export async function queueMigration(
  ctx: Context,
  tx: Transaction,
  row: JourneyRow,
  to: { readonly versionId: string; readonly document: JourneyDocument },
  migration: Migration | undefined,
): Promise<string | null> {
  if (!migration) return null;
  const versions = (await loadVersions(tx, row.id)).filter((version) => version.id !== to.versionId);
  const steps = planMigration(migration, versions, to.document);
  if (steps.length === 0) return null;
  const { perMinute } = migration;
  const input = { toVersionId: to.versionId, steps, ...(perMinute === undefined ? {} : { perMinute }) };
  return queueOperation(ctx, tx, "migrate", input, { journeyId: row.id });
}
