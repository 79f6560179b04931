import { ANY, type ConsentChannel, isConsentChannel } from "#consent";
import { getDatabase } from "#db";
import { type OpenedLink, readLink } from "./read-link.ts";
import { type Answer, storeAnswers } from "./store-answers.ts";

/** What a link of a message unsubscribes from: its topic, or all marketing on its channel. */
export type Unsubscribing = {
  readonly opened: OpenedLink;
  readonly topic: string | null;
  readonly channel: ConsentChannel | null;
};

/** Reads the link and changes nothing, because programs that look for bad links open it too. */
export async function openUnsubscribing(token: string): Promise<Unsubscribing | null> {
  const opened = await readLink(token, "unsubscribe");
  if (opened === null) return null;
  const { channel } = opened.link;
  return { opened, topic: opened.topic?.name ?? null, channel: isConsentChannel(channel) ? channel : null };
}

/** Unsubscribes, or takes that back; null: the link leads nowhere. The same again changes nothing. */
export async function unsubscribeByLink(
  token: string,
  { source, undo }: { readonly source: "one_click" | "link"; readonly undo: boolean },
): Promise<Unsubscribing | null> {
  const unsubscribing = await openUnsubscribing(token);
  if (unsubscribing === null) return null;
  const { opened, channel } = unsubscribing;
  const { link, person, topic } = opened;
  const back = topic === null ? null : "subscribed";
  const answer: Answer = {
    topic: topic?.id ?? ANY,
    channel: topic === null && channel !== null ? channel : ANY,
    state: undo ? back : "unsubscribed",
  };
  await storeAnswers(
    { database: getDatabase(), workspaceId: link.workspaceId, personId: person.id },
    // Who takes back what the same link did a moment ago had confirmed the subscription before.
    { subscriptions: [answer], source, deliveryId: link.deliveryId, confirmed: undo },
  );
  return unsubscribing;
}
