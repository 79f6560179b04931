import { type Context, isUuid, notFound } from "#services";
import { type BroadcastRow, countBroadcast, readBroadcast, type UnsentReason } from "#store/broadcasts";
import { REASON_LABELS } from "#words";
import type { BroadcastDetail } from "./schema.ts";
import { viewBroadcasts } from "./view-broadcasts.ts";

/** Throws `not_found`. */
export async function findBroadcast(ctx: Context, id: string): Promise<BroadcastRow> {
  const row = isUuid(id) ? await readBroadcast(ctx.database.orm, ctx.workspaceId, id) : undefined;
  if (!row) throw notFound("broadcast");
  return row;
}

/** A broadcast with who could be reached before, and what happened to it; until it is over, as counted now. */
export async function getBroadcast(ctx: Context, id: string): Promise<BroadcastDetail> {
  const row = await findBroadcast(ctx, id);
  const [view] = await viewBroadcasts(ctx, [row]);
  if (!view) throw new Error("a broadcast without a view");
  const result = row.result ?? (await countBroadcast(ctx.database.sql, row.journeyId));
  return {
    ...view,
    reach: { ...row.reach, reasons: row.reach.reasons.map(labelled) },
    result: {
      ...result,
      messages: { ...result.messages },
      reasons: result.reasons.map(labelled),
      final: row.result !== null,
    },
  };
}

const LABELS: Readonly<Record<string, string>> = { ...REASON_LABELS, other: "Another reason: see the deliveries" };
const labelled = ({ code, people }: UnsentReason) => ({ code, people, label: LABELS[code] ?? code });
