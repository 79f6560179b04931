import { ANY, isConsentChannel } from "#consent";
import { getDatabase } from "#db";
import { readSubscriptions } from "#store/subscriptions";
import { type OpenedLink, readLink } from "./read-link.ts";
import { storeAnswers } from "./store-answers.ts";

export type Confirming = { readonly opened: OpenedLink; readonly topic: string; readonly isDone: boolean };

/** What a link in a confirmation mail confirms; null: it leads nowhere, or the subscription was taken back. */
export async function openConfirming(token: string): Promise<Confirming | null> {
  const opened = await readLink(token, "confirm");
  if (opened === null || opened.topic === null) return null;
  const { id, name } = opened.topic;
  const rows = await readSubscriptions(getDatabase().sql, [opened.person.id]);
  const own = rows.find(({ topic, state }) => topic === id && state !== "unsubscribed");
  return own === undefined ? null : { opened, topic: name, isDone: own.state === "subscribed" };
}

/** Confirms what was asked for: only a pending subscription, so that an old link undoes no later answer. */
export async function confirmByLink(token: string): Promise<Confirming | null> {
  const confirming = await openConfirming(token);
  if (confirming === null || confirming.isDone) return confirming;
  const { link, person, topic } = confirming.opened;
  const rows = await readSubscriptions(getDatabase().sql, [person.id]);
  const pending = rows.filter((one) => one.topic === topic?.id && one.state === "pending");
  await storeAnswers(
    { database: getDatabase(), workspaceId: link.workspaceId, personId: person.id },
    {
      subscriptions: pending.map((one) => ({
        topic: one.topic,
        channel: isConsentChannel(one.channel) ? one.channel : ANY,
        state: "subscribed",
      })),
      source: "confirmation",
      confirmed: true,
    },
  );
  return { ...confirming, isDone: true };
}
