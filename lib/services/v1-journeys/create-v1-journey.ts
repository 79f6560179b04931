import { newId } from "#db";
import { type Context, requireRole } from "#services";
import { createJourney, findJourney, loadCatalog, writtenDraft } from "#services/journeys";
import { listSites } from "#services/sites";
import { readSteps } from "./read-steps.ts";
import { saved } from "./saved.ts";
import type { NewV1Journey, SavedV1Journey } from "./schema.ts";
import { unreadFields } from "./unread-fields.ts";

/**
 * A new draft of steps, on the first site of the workspace. Targets that no step defines yet are warnings, as are unknown
 * fields of `given`, the request as it was sent.
 */
export async function createV1Journey(ctx: Context, input: NewV1Journey, given: unknown): Promise<SavedV1Journey> {
  requireRole(ctx, "editor");
  const unread = unreadFields(given);
  const { status: _status, key, number, ...written } = input;
  const { document } = readSteps(written, await loadCatalog(ctx, ctx.database.orm), { seed: newId() });
  const { nodes, edges, settings } = document;
  const { data } = await createJourney(ctx, {
    name: input.name,
    ...(key === undefined ? {} : { key }),
    ...(number === undefined ? {} : { number }),
    ...(input.description === undefined ? {} : { description: input.description }),
    siteId: await firstSite(ctx),
    ...{ nodes, edges, settings },
  });
  const row = await findJourney(ctx, data.id);
  return saved(ctx, row, writtenDraft(row), unread);
}

async function firstSite(ctx: Context): Promise<string> {
  const [site] = (await listSites(ctx, { page: 1, limit: 1 })).data;
  if (site === undefined) throw new Error("a workspace without a site");
  return site.id;
}
