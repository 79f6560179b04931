import { type JourneyDraft, orderedSteps } from "#dialects";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import {
  archiveJourney,
  changeToDraft,
  draftChange,
  draftOf,
  findJourney,
  type JourneyChange,
  type JourneyRow,
  loadCatalog,
  lockJourney,
  pauseJourney,
  publishFrom,
  requireEditable,
  updateRow,
  writtenDraft,
} from "#services/journeys";
import { moveTo, requireChangeable } from "./moves.ts";
import { readSteps } from "./read-steps.ts";
import { saved } from "./saved.ts";
import type { SavedV1Journey, V1JourneyPatch } from "./schema.ts";
import { requireActivatable } from "./step-problems.ts";
import { unreadFields } from "./unread-fields.ts";

/** Changes the given fields and the status, all or nothing. `given`: the request as it was sent. */
export async function updateV1Journey(
  ctx: Context,
  reference: string,
  patch: V1JourneyPatch,
  given: unknown,
): Promise<SavedV1Journey> {
  requireRole(ctx, "editor");
  const unread = unreadFields(given);
  const seen = await findJourney(ctx, reference);
  requireChangeable(seen, patch);
  const move = moveTo(seen, patch);
  const also = async (tx: Transaction, row: JourneyRow) => (await changed(ctx, tx, row, { patch, seen })).change;
  if (move === "publish") await activate(ctx, seen, patch);
  else if (move === "pause") await pauseJourney(ctx, seen.id, patch.pauseMode ?? "hold", also);
  else if (move === "archive") await archiveJourney(ctx, seen.id, also);
  else await save(ctx, seen, patch);
  const row = await findJourney(ctx, seen.id);
  return saved(ctx, row, writtenDraft(row), unread);
}

type Asked = { readonly patch: V1JourneyPatch; readonly seen: JourneyRow };

/** The draft after the change, and the change of the row. Refused if the status has moved on since it was looked at. */
async function changed(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  row: JourneyRow,
  { patch, seen }: Asked,
): Promise<{ readonly draft: JourneyDraft; readonly change: JourneyChange }> {
  if (row.status !== seen.status) throw conflict("The status of this journey has changed in the meantime. Try again.");
  const { status: _status, pauseMode: _mode, ...written } = patch;
  const before = writtenDraft(row);
  const given = Object.keys(written);
  if (given.length > 0) requireEditable(ctx, row);
  if (given.every((field) => field === "name" || field === "description")) {
    const plain = {
      ...(written.name === undefined ? {} : { name: written.name }),
      ...(written.description === undefined ? {} : { description: written.description }),
    };
    return { draft: before, change: plain };
  }
  const foreign = { ...orderedSteps.write(before).foreign, ...written };
  const draft = readSteps(foreign, await loadCatalog(ctx, tx), { seed: row.id, before });
  return { draft, change: changeToDraft(row, draft) };
}

async function save(ctx: Context, seen: JourneyRow, patch: V1JourneyPatch): Promise<void> {
  if (Object.keys(patch).every((field) => field === "status" || field === "pauseMode")) return;
  await ctx.database.orm.transaction(async (tx) => {
    const before = await lockJourney(ctx, tx, seen.id);
    const { change } = await changed(ctx, tx, before, { patch, seen });
    const after = await updateRow(tx, before.id, change);
    const noted =
      before.revision === after.revision ? {} : draftChange(after.revision, draftOf(before), draftOf(after));
    await audit(tx, ctx, "journey.update", before.id, { fields: Object.keys(patch), ...noted });
  });
}

/** Publishes the changed draft; from paused it resumes, with a new version only if something differs. */
async function activate(ctx: Context, seen: JourneyRow, patch: V1JourneyPatch): Promise<void> {
  const { draft } = await changed(ctx, ctx.database.orm, seen, { patch, seen });
  await requireActivatable(ctx, seen, draft);
  await publishFrom(ctx, seen.id, { verb: "publish", ifMatch: null }, async (tx, row) => {
    const fresh = await changed(ctx, tx, row, { patch, seen });
    const isSame = Object.keys(fresh.change).length === 0 && row.revision === row.publishedRevision;
    return isSame && row.status === "paused" ? null : { document: fresh.draft.document, draft: fresh.change };
  });
}
