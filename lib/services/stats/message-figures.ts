import * as z from "zod";
import type { Context } from "#services";
import { findJourney, findVersionId } from "#services/journeys";
import { readDeliveryCounts } from "#store/delivery-counts";
import type { StatsQuery } from "./schema.ts";

const Rate = z.number().nullable().meta({ description: "0 to 1; null where nothing could be seen" });

/** What happened to the messages of one step. */
export const MessageFigures = z
  .object({
    nodeId: z.string(),
    sent: z.int(),
    captured: z.int().meta({ description: "Kept instead of sent, in test mode; in no other figure" }),
    openTracked: z.int().meta({ description: "Sent with a pixel: people who agreed to it. The whole of `openRate`" }),
    clickTracked: z.int().meta({ description: "Sent with links that tell of clicks. The whole of `clickRate`" }),
    delivered: z.int(),
    opened: z.int(),
    machineOpened: z.int().meta({ description: "Only a mail program loaded the pictures; not in `opened`" }),
    clicked: z.int(),
    bounced: z.int(),
    complained: z.int(),
    unsubscribed: z.int(),
    openRate: Rate,
    clickRate: Rate,
  })
  .meta({ id: "MessageFigures" });
export type MessageFigures = z.infer<typeof MessageFigures>;

/** Figures of the messages of each step, of one version or over all of them. Untracked people are in no rate. */
export async function messageFigures(ctx: Context, reference: string, query: StatsQuery): Promise<MessageFigures[]> {
  const journey = await findJourney(ctx, reference);
  const versionId = await findVersionId(ctx, journey.id, query);
  const rows = await readDeliveryCounts(ctx.database.sql, journey.id, versionId);
  return rows.map((row) => {
    const { opened, openTracked, clicked, clickTracked } = row;
    return { ...row, openRate: rateOf(opened, openTracked), clickRate: rateOf(clicked, clickTracked) };
  });
}

const rateOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
