import { type Context, ServiceError, type Transaction } from "#services";
import { changesSince } from "./draft-changes.ts";
import type { JourneyRow } from "./find-journey.ts";

/** The same outside a transaction, before work whose result is for one revision. */
export const checkRevision = (ctx: Context, row: JourneyRow, meant: number): Promise<void> =>
  requireRevision(ctx, ctx.database.orm, row, meant);

/**
 * Throws if the write expects another revision than the present one; `null` = any. The error says what changed since.
 */
export async function requireRevision(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  row: JourneyRow,
  meant: number | null,
): Promise<void> {
  if (meant === null || meant === row.revision) return;
  const message = `The journey was changed in the meantime: it is at revision ${row.revision}.`;
  const changes = await changesSince(ctx, tx, row, meant);
  throw new ServiceError("precondition_failed", message, [], { currentRevision: row.revision, ...changes });
}
