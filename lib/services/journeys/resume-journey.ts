import type { Context, Transaction } from "#services";
import { queueOperation } from "#services/operations";
import { queueAudience } from "./audience.ts";
import type { JourneyRow } from "./find-journey.ts";
import { databaseNow, type JourneyChange, moveJourney } from "./move-journey.ts";
import { endPause } from "./pauses.ts";
import type { JourneyDetail } from "./schema.ts";

export type OnResume = "fire" | "shift";

/** People go on, and new ones come in again; `onResume` decides over timers that a hold kept back. */
export function resumeJourney(ctx: Context, reference: string, onResume?: OnResume): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    verb: "resume",
    from: ["paused"],
    change: (tx, row) => resumedChange(ctx, tx, row, "published", onResume),
    after: (tx, row) => queueAudience(ctx, tx, row),
  });
}

/** Ends the pause and hands what it kept to the engine. */
export async function resumedChange(
  ctx: Context,
  tx: Transaction,
  row: JourneyRow,
  status: "published" | "draft",
  asked?: OnResume,
): Promise<JourneyChange> {
  const onResume = asked ?? (row.settings.onResume === "shift" ? "shift" : "fire");
  await queueOperation(ctx, tx, "resume", { pauseMode: row.pauseMode, onResume }, row.id);
  const pauses = endPause(row.pauses, await databaseNow(tx));
  return { status, pauseMode: null, onResume, pauses };
}
