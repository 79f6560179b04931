import { ANY, type ConsentChannel, type PersonPreferences, type SubscriptionState } from "#consent";
import { type Database, type TransactionSql, wakeEngine } from "#db";
import { upsertEventCatalog } from "#store/event-catalog";
import { logEvent } from "#store/events";
import { recordMessageEvents } from "#store/message-events";
import { setPreferences } from "#store/preferences";
import { readSubscriptions, type SubscriptionChange, setSubscriptions } from "#store/subscriptions";
import { readTopics, type TopicRow } from "#store/topics";

export type Answer = {
  /** The id of a topic, or `*`. */
  readonly topic: string;
  readonly channel: ConsentChannel | typeof ANY;
  readonly state: SubscriptionState | null;
};

export type Answers = {
  readonly subscriptions?: readonly Answer[];
  readonly preferences?: Partial<Pick<PersonPreferences, "trackOpens" | "trackClicks" | "frequency" | "snoozedUntil">>;
  readonly source: string;
  readonly reason?: string | null;
  /** The message by whose link the person answered. */
  readonly deliveryId?: string | null;
  /** The consent was proven elsewhere, so that a topic with double opt-in asks for no confirmation. */
  readonly confirmed?: boolean;
};

type Place = { readonly database: Database; readonly workspaceId: string; readonly personId: string };

/**
 * Stores what a person answered, with its history, and logs what changed as events, which journeys can start and continue
 * on. Subscribing to a topic with double opt-in waits for the confirmation. Returns whether something changed.
 */
export async function storeAnswers({ database, workspaceId, personId }: Place, answers: Answers): Promise<boolean> {
  const topics = await readTopics(database.sql, [workspaceId]);
  const { source, reason = null, preferences = {} } = answers;
  const wanted = (answers.subscriptions ?? []).map(
    (one): SubscriptionChange => ({
      ...{ workspaceId, personId, topic: one.topic, channel: one.channel, source, reason },
      state: one.state === "subscribed" && !answers.confirmed ? stateFor(topics, one.topic) : one.state,
    }),
  );
  const names = await database.sql.begin(async (sql) => {
    const changed = await setSubscriptions(sql, await withoutRepeated(sql, personId, wanted));
    const chose = await setPreferences(sql, { workspaceId, personId, answers: preferences, source, reason });
    const events = [
      ...changed.map((one) => eventOf(topics, one, answers.deliveryId ?? null)),
      ...(chose ? [{ name: "message.preferences_changed", properties: { source, ...shown(preferences) } }] : []),
    ];
    for (const { name, properties } of events)
      if (!(await isNotedOn(sql, workspaceId, answers.deliveryId ?? null, name, properties)))
        await logEvent(sql, { workspaceId, personId, name, properties });
    return events.map(({ name }) => name);
  });
  if (names.length === 0) return false;
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({
    workspaceId,
    name,
    count: all.length,
  }));
  await upsertEventCatalog(database.sql, counts);
  wakeEngine();
  return true;
}

const stateFor = (topics: readonly TopicRow[], topic: string): SubscriptionState =>
  topics.some(({ id, doubleOptIn }) => id === topic && doubleOptIn) ? "pending" : "subscribed";

/** A confirmed subscription is not asked for again. */
async function withoutRepeated(
  sql: TransactionSql,
  personId: string,
  wanted: readonly SubscriptionChange[],
): Promise<readonly SubscriptionChange[]> {
  if (!wanted.some(({ state }) => state === "pending")) return wanted;
  const known = await readSubscriptions(sql, [personId]);
  return wanted.filter(
    (one) =>
      one.state !== "pending" ||
      !known.some(
        ({ topic, channel, state }) => topic === one.topic && channel === one.channel && state === "subscribed",
      ),
  );
}

/** A person who unsubscribes by a message is counted there, which logs the same event with what sent the message. */
async function isNotedOn(
  sql: TransactionSql,
  workspaceId: string,
  deliveryId: string | null,
  name: string,
  { topic, source }: Record<string, unknown>,
): Promise<boolean> {
  if (deliveryId === null || name !== "message.unsubscribed") return false;
  const event = { workspaceId, deliveryId, kind: "unsubscribed", at: Date.now(), key: "link" } as const;
  return (await recordMessageEvents(sql, [{ ...event, detail: { topic, source } }])) > 0;
}

/** `message.unsubscribed`, `message.subscribed`, and `message.subscription_requested` while it waits for the confirmation. */
function eventOf(topics: readonly TopicRow[], change: SubscriptionChange, deliveryId: string | null) {
  const { topic, channel, state, source } = change;
  const verb =
    state === "unsubscribed" ? "unsubscribed" : state === "pending" ? "subscription_requested" : "subscribed";
  const properties = {
    topic: topics.find(({ id }) => id === topic)?.key ?? null,
    channel: channel === ANY ? null : channel,
    source,
    ...(deliveryId === null ? {} : { deliveryId }),
  };
  return { name: `message.${verb}`, properties };
}

const shown = ({ snoozedUntil, ...others }: NonNullable<Answers["preferences"]>) => ({
  ...others,
  ...(snoozedUntil === undefined
    ? {}
    : { snoozedUntil: snoozedUntil === null ? null : new Date(snoozedUntil).toISOString() }),
});
