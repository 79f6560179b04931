import { eq, sql } from "drizzle-orm";
import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { schema } from "#store";
import { raiseEngineRevision } from "#store/engine-config";
import { draftOf } from "./document.ts";
import { draftChange } from "./draft-changes.ts";
import { type JourneyRow, lockJourney } from "./find-journey.ts";
import type { JourneyDetail } from "./schema.ts";
import { viewJourney } from "./view-journey.ts";

export type JourneyChange = Partial<typeof schema.journeys.$inferInsert>;

export type Move = {
  /** For the audit log and the refusal: "pause", "publish". */
  readonly verb: string;
  readonly from: readonly JourneyRow["status"][];
  /** What changes in the row; other rows are written here, in the same transaction. `null` = nothing to do. */
  readonly change: (tx: Transaction, row: JourneyRow) => Promise<JourneyChange | null>;
  /** Runs in the transaction after the row has changed. */
  readonly after?: (tx: Transaction, row: JourneyRow) => Promise<void>;
};

/** Where a move changes the draft too, what it does to it. */
function draftNote(before: JourneyRow, after: JourneyRow): Record<string, unknown> {
  return before.revision === after.revision ? {} : draftChange(after.revision, draftOf(before), draftOf(after));
}

/** One lifecycle move, all or nothing; the engine sees it with its next batch. Throws `conflict` from any other status. */
export async function moveJourney(ctx: Context, reference: string, move: Move): Promise<JourneyDetail> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockJourney(ctx, tx, reference);
    if (!move.from.includes(before.status)) throw illegal(move.verb, before.status);
    const change = await move.change(tx, before);
    if (!change) return before;
    const after = await updateRow(tx, before.id, change);
    await move.after?.(tx, after);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, `journey.${move.verb}`, before.id, {
      from: before.status,
      to: after.status,
      ...draftNote(before, after),
    });
    return after;
  });
  wakeEngine();
  return viewJourney(ctx, row);
}

export async function updateRow(tx: Transaction, id: string, change: JourneyChange): Promise<JourneyRow> {
  const { journeys } = schema;
  const [row] = await tx
    .update(journeys)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(journeys.id, id))
    .returning();
  if (!row) throw new Error("the locked journey is gone");
  return row;
}

function illegal(verb: string, status: string) {
  return conflict(`Cannot ${verb} this journey: it is ${status}.`, { currentStatus: status.toUpperCase() });
}

/** The database's clock (R3), as pauses record it. */
export async function databaseNow(tx: Transaction): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  return new Date(row?.now ?? Number.NaN);
}
