import { newId, type TransactionSql } from "#db";
import { NO_JOURNEY } from "../deliveries/direct.ts";
import { addDeliveryCounts, type CountedEvent } from "../delivery-counts/write.ts";
import { logEvent } from "../events/index.ts";
import { toSqlTimestamp } from "../sql/connection.ts";
import { isNoted, type MessageEventKind, NOTED_EVENTS, type NotedEvent } from "./kinds.ts";
import { type LockedDelivery, lockDeliveries } from "./lock-deliveries.ts";

export type NewMessageEvent = {
  readonly workspaceId: string;
  readonly deliveryId: string;
  readonly kind: MessageEventKind;
  /** In ms. */
  readonly at: number;
  /** The same for a repeated report of the same thing. */
  readonly key: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

type Placed = NewMessageEvent & { readonly delivery: LockedDelivery; readonly id: string };

/**
 * Records what happened to messages: the events, the first time of each kind on the delivery, the figures of the step, and
 * the event `message.<kind>` of the person, for journeys. A repeated report changes nothing; a click also stands for an
 * open. Opens and clicks of untracked messages are not kept. Returns how many were new.
 */
export async function recordMessageEvents(sql: TransactionSql, events: readonly NewMessageEvent[]): Promise<number> {
  const deliveries = await lockDeliveries(sql, events);
  const placed = withImplied(events).flatMap((event): Placed[] => {
    const delivery = deliveries.get(event.deliveryId);
    if (!delivery || delivery.workspaceId !== event.workspaceId || !isTracked(delivery, event.kind)) return [];
    return [{ ...event, delivery, id: newId(delivery.shard) }];
  });
  const fresh = await insert(sql, placed);
  const first = firsts(fresh);
  await noteTimes(sql, first);
  const counted = [...first, ...fresh.filter(({ kind }) => kind === "machine_opened")];
  await addDeliveryCounts(sql, counted.map(countOf));
  for (const event of fresh) if (event.kind === "clicked" || first.includes(event)) await tell(sql, event);
  return fresh.length;
}

const withImplied = (events: readonly NewMessageEvent[]): NewMessageEvent[] =>
  events.flatMap((event) =>
    event.kind === "clicked"
      ? [event, { ...event, kind: "opened", key: "implied", detail: { implied: true } } as const]
      : [event],
  );

const isTracked = ({ trackOpens, trackClicks }: LockedDelivery, kind: MessageEventKind): boolean =>
  kind === "clicked" ? trackClicks : kind === "opened" || kind === "machine_opened" ? trackOpens || trackClicks : true;

async function insert(sql: TransactionSql, events: readonly Placed[]): Promise<Placed[]> {
  if (events.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    insert into message_events (shard, id, workspace_id, person_id, delivery_id, kind, at, key, detail)
    select shard, id::uuid, workspace_id::uuid, person_id::uuid, delivery_id::uuid, kind, at::timestamptz, key, detail::json
    from unnest(
      ${events.map(({ delivery }) => delivery.shard)}::smallint[], ${events.map(({ id }) => id)}::text[],
      ${events.map(({ workspaceId }) => workspaceId)}::text[], ${events.map(({ delivery }) => delivery.personId)}::text[],
      ${events.map(({ deliveryId }) => deliveryId)}::text[], ${events.map(({ kind }) => kind)}::text[],
      ${events.map(({ at }) => toSqlTimestamp(at))}::text[], ${events.map(({ kind, key }) => `${kind} ${key}`)}::text[],
      ${events.map(({ detail }) => JSON.stringify(detail))}::text[]
    ) as new (shard, id, workspace_id, person_id, delivery_id, kind, at, key, detail)
    on conflict (shard, delivery_id, key) do nothing
    returning id`;
  const written = new Set(rows.map(({ id }) => id));
  return events.filter(({ id }) => written.has(id));
}

/** The first event of each kind of each delivery. */
function firsts(events: readonly Placed[]): Placed[] {
  const seen = new Set<string>();
  return events.filter(({ kind, delivery }) => {
    if (!isNoted(kind) || delivery.noted.includes(kind) || seen.has(`${delivery.id} ${kind}`)) return false;
    seen.add(`${delivery.id} ${kind}`);
    return true;
  });
}

async function noteTimes(sql: TransactionSql, events: readonly Placed[]): Promise<void> {
  const byDelivery = [...Map.groupBy(events, ({ delivery }) => delivery).entries()];
  if (byDelivery.length === 0) return;
  const timesOf = (kind: NotedEvent) =>
    byDelivery.map(([, own]) => {
      const found = own.find((event) => event.kind === kind);
      return found ? toSqlTimestamp(found.at) : null;
    });
  const [delivered, opened, clicked, bounced, complained, unsubscribed] = NOTED_EVENTS.map(timesOf);
  await sql`
    update deliveries d set
      delivered_at = coalesce(d.delivered_at, r.delivered::timestamptz), opened_at = coalesce(d.opened_at, r.opened::timestamptz),
      clicked_at = coalesce(d.clicked_at, r.clicked::timestamptz), bounced_at = coalesce(d.bounced_at, r.bounced::timestamptz),
      complained_at = coalesce(d.complained_at, r.complained::timestamptz),
      unsubscribed_at = coalesce(d.unsubscribed_at, r.unsubscribed::timestamptz)
    from unnest(
      ${byDelivery.map(([{ shard }]) => shard)}::smallint[], ${byDelivery.map(([{ id }]) => id)}::text[],
      ${delivered ?? []}::text[], ${opened ?? []}::text[], ${clicked ?? []}::text[], ${bounced ?? []}::text[],
      ${complained ?? []}::text[], ${unsubscribed ?? []}::text[]
    ) as r (shard, id, delivered, opened, clicked, bounced, complained, unsubscribed)
    where d.shard = r.shard and d.id = r.id::uuid`;
}

function countOf({ delivery, kind }: Placed): CountedEvent {
  const { shard, journeyId, versionId, nodeId, trackOpens } = delivery;
  // An open that a click stands for is no figure where opens are not tracked: the rate would have no whole.
  const isUncounted = kind === "opened" && !trackOpens;
  return { shard, journeyId, versionId, nodeId, counted: isUncounted ? null : kind };
}

async function tell(sql: TransactionSql, { kind, delivery, detail, workspaceId }: Placed): Promise<void> {
  if (kind === "machine_opened" || kind === "delayed") return;
  const { id: deliveryId, personId, journeyId, nodeId, channel, contentId } = delivery;
  const step = journeyId === NO_JOURNEY ? {} : { journeyId, nodeId };
  const properties = { ...detail, deliveryId, ...step, channel, contentId };
  await logEvent(sql, { workspaceId, personId, name: `message.${kind}`, properties });
}
