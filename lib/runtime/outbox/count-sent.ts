import { isConsentChannel } from "#consent";
import type { TransactionSql } from "#db";
import type { Marked } from "#store/deliveries";
import { addDeliveryCounts } from "#store/delivery-counts";

/** Adds sent messages to the figures of their steps, and of these the ones whose opens and clicks can be seen. */
export async function countSent(sql: TransactionSql, marked: readonly Marked[]): Promise<void> {
  const sent = marked.filter(({ status, channel }) => status === "sent" && isConsentChannel(channel));
  const counted = sent.flatMap((one) => [
    { ...one, counted: "sent" },
    ...(one.trackOpens ? [{ ...one, counted: "open_tracked" }] : []),
    ...(one.trackClicks ? [{ ...one, counted: "click_tracked" }] : []),
  ]);
  await addDeliveryCounts(sql, counted);
}
