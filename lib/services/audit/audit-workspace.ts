import type { Database } from "#db";
import type { Context } from "#services";
import { findJourney } from "#services/journeys";
import { runAudit } from "./run-audit.ts";
import type { Audit } from "./schema.ts";

/** Audits every enrollment of the workspace or of one journey; `at` replaces the database's clock for virtual time. */
export async function auditWorkspace(ctx: Context, journeyReference?: string, at?: Date): Promise<Audit> {
  const { database, workspaceId } = ctx;
  if (journeyReference === undefined) return runAudit(database, { workspaceId }, at);
  const journey = await findJourney(ctx, journeyReference);
  return runAudit(database, { workspaceId, journeyId: journey.id }, at);
}

/** The same for all workspaces of a database. */
export function auditAll(database: Database, at?: Date): Promise<Audit> {
  return runAudit(database, {}, at);
}
