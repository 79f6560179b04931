import { NO_JOURNEY } from "../deliveries/direct.ts";
import type { Connection } from "../sql/connection.ts";

const COUNTERS = [
  "sent",
  "captured",
  "open_tracked",
  "click_tracked",
  "delivered",
  "opened",
  "machine_opened",
  "clicked",
  "bounced",
  "complained",
  "unsubscribed",
] as const;
type Counter = (typeof COUNTERS)[number];
const isCounter = (name: string): name is Counter => COUNTERS.some((one) => one === name);

export type CountedEvent = {
  readonly shard: number;
  readonly journeyId: string;
  readonly versionId: string;
  readonly nodeId: string;
  /** A counter; other kinds of event, and null, move none. */
  readonly counted: string | null;
};

/** Adds to the figures of steps. The rows are locked in one order, so that two writers never wait for each other. */
export async function addDeliveryCounts(sql: Connection, events: readonly CountedEvent[]): Promise<void> {
  const isOfStep = ({ journeyId, counted }: CountedEvent) =>
    journeyId !== NO_JOURNEY && counted !== null && isCounter(counted);
  const counted = events.filter(isOfStep);
  const steps = [...Map.groupBy(counted, (one) => `${one.shard} ${one.journeyId} ${one.versionId} ${one.nodeId}`)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, own]) => (own[0] ? [{ ...own[0], own }] : []));
  if (steps.length === 0) return;
  const sums = COUNTERS.map((name) => steps.map(({ own }) => own.filter((one) => one.counted === name).length));
  const [
    sent,
    captured,
    openTracked,
    clickTracked,
    delivered,
    opened,
    machine,
    clicked,
    bounced,
    complained,
    unsubscribed,
  ] = sums;
  await sql`
    insert into delivery_counts as known (shard, journey_id, version_id, node_id, sent, captured, open_tracked, click_tracked,
      delivered, opened, machine_opened, clicked, bounced, complained, unsubscribed)
    select * from unnest(
      ${steps.map(({ shard }) => shard)}::smallint[], ${steps.map(({ journeyId }) => journeyId)}::text[]::uuid[],
      ${steps.map(({ versionId }) => versionId)}::text[]::uuid[], ${steps.map(({ nodeId }) => nodeId)}::text[]::uuid[],
      ${sent ?? []}::bigint[], ${captured ?? []}::bigint[], ${openTracked ?? []}::bigint[], ${clickTracked ?? []}::bigint[],
      ${delivered ?? []}::bigint[], ${opened ?? []}::bigint[], ${machine ?? []}::bigint[], ${clicked ?? []}::bigint[],
      ${bounced ?? []}::bigint[], ${complained ?? []}::bigint[], ${unsubscribed ?? []}::bigint[])
    on conflict (shard, journey_id, version_id, node_id) do update set sent = known.sent + excluded.sent, captured = known.captured + excluded.captured,
      open_tracked = known.open_tracked + excluded.open_tracked, click_tracked = known.click_tracked + excluded.click_tracked,
      delivered = known.delivered + excluded.delivered, opened = known.opened + excluded.opened,
      machine_opened = known.machine_opened + excluded.machine_opened, clicked = known.clicked + excluded.clicked,
      bounced = known.bounced + excluded.bounced, complained = known.complained + excluded.complained,
      unsubscribed = known.unsubscribed + excluded.unsubscribed`;
}
