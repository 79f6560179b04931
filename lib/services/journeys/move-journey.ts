import { wakeEngine } from "#db";
import { applyMove, type JourneyMove, LIFE_CYCLE, type PauseMode } from "#journey";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { raiseEngineRevision, readClockIn } from "#store/engine-config";
import { type JourneyChange, updateJourneyRow as updateRow } from "#store/journeys";
import { draftOf } from "./document.ts";
import { draftChange } from "./draft-changes.ts";
import { type JourneyRow, lockJourney } from "./find-journey.ts";
import type { JourneyDetail } from "./schema.ts";
import { viewJourney } from "./view-journey.ts";

export type { JourneyChange };
export { updateRow };

export type Move = {
  readonly move: JourneyMove;
  /** For the audit log and the refusal, where it is not the move's own: "rollback". */
  readonly verb?: string;
  readonly mode?: PauseMode;
  /** What changes in the row besides; other rows are written here, in the same transaction. */
  readonly change?: (tx: Transaction, row: JourneyRow) => Promise<JourneyChange>;
  /** Runs in the transaction after the row has changed. */
  readonly after?: (tx: Transaction, row: JourneyRow) => Promise<void>;
};

/** The change of the draft, if the move changes it. */
function draftNote(before: JourneyRow, after: JourneyRow): Record<string, unknown> {
  return before.revision === after.revision ? {} : draftChange(after.revision, draftOf(before), draftOf(after));
}

/** One move of the life cycle, all or nothing; the engine sees it with its next batch. Throws `conflict` if it is not legal. */
export async function moveJourney(ctx: Context, reference: string, asked: Move): Promise<JourneyDetail> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction((tx) => moveJourneyIn(ctx, tx, reference, asked));
  wakeEngine();
  return viewJourney(ctx, row);
}

/** The same in the caller's transaction, who wakes the engine after it. */
export async function moveJourneyIn(
  ctx: Context,
  tx: Transaction,
  reference: string,
  asked: Move,
): Promise<JourneyRow> {
  const verb = asked.verb ?? asked.move;
  const before = await lockJourney(ctx, tx, reference);
  const step = LIFE_CYCLE[before.status][asked.move];
  if (step?.isRepeat) return before;
  const moved = await movedTo(tx, before, asked);
  if (!moved) throw illegal(verb, before.status);
  const after = await updateRow(tx, before.id, { ...moved, ...(await asked.change?.(tx, before)) });
  await asked.after?.(tx, after);
  await raiseEngineRevision(tx);
  await audit(tx, ctx, `journey.${verb}`, before.id, {
    from: before.status,
    to: after.status,
    ...draftNote(before, after),
  });
  return after;
}

async function movedTo(tx: Transaction, row: JourneyRow, { move, mode }: Move): Promise<JourneyChange | null> {
  const at = (await databaseNow(tx)).toISOString();
  const moved = applyMove<string>(row, move, { at, ...(mode === undefined ? {} : { mode }) });
  return moved && { ...moved, pauses: [...moved.pauses] };
}

function illegal(verb: string, status: string) {
  return conflict(`Cannot ${verb} this journey: it is ${status}.`, { currentStatus: status.toUpperCase() });
}

/** The database's clock (R3), as pauses record it. */
export async function databaseNow(tx: Transaction): Promise<Date> {
  return new Date(await readClockIn(tx));
}
