import type { Database } from "#db";
import type { Context } from "#services";
import { findJourney } from "#services/journeys";
import { runAudit } from "./run-audit.ts";
import type { Audit } from "./schema.ts";

/** Accounts for every enrollment of the workspace, or of one journey; `at` instead of the database's clock serves virtual time. */
export async function auditWorkspace(ctx: Context, journeyReference?: string, at?: Date): Promise<Audit> {
  const { database, workspaceId } = ctx;
  if (journeyReference === undefined) return runAudit(database, { workspaceId }, at);
  const journey = await findJourney(ctx, journeyReference);
  return runAudit(database, { workspaceId, journeyId: journey.id }, at);
}

/** The same for everything in a database. */
export function auditAll(database: Database, at?: Date): Promise<Audit> {
  return runAudit(database, {}, at);
}
