import { isConsentChannel } from "#consent";
import type { TransactionSql } from "#db";
import type { Marked } from "#store/deliveries";
import { addDeliveryCounts } from "#store/delivery-counts";

/**
 * Adds sent messages to the figures of their steps, and of these the ones whose opens and clicks can be seen; captured ones
 * are counted apart.
 */
export async function countSent(sql: TransactionSql, marked: readonly Marked[]): Promise<void> {
  const messages = marked.filter(({ channel }) => isConsentChannel(channel));
  const counted = messages.flatMap((one) => {
    if (one.status === "captured") return [{ ...one, counted: "captured" }];
    if (one.status !== "sent") return [];
    return [
      { ...one, counted: "sent" },
      ...(one.trackOpens ? [{ ...one, counted: "open_tracked" }] : []),
      ...(one.trackClicks ? [{ ...one, counted: "click_tracked" }] : []),
    ];
  });
  await addDeliveryCounts(sql, counted);
}
