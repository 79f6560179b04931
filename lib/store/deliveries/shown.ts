import { ALL_SHARDS, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type Count, countAbout } from "../sql/count-about.ts";
import { NO_JOURNEY } from "./direct.ts";
import type { Display } from "./in-page.ts";
import type { deliveries } from "./table.ts";

export type ShownDelivery = {
  readonly shard: number;
  readonly id: string;
  readonly workspace_id: string;
  readonly journey_id: string;
  readonly journey_name: string | null;
  readonly version_id: string;
  readonly enrollment_id: string;
  readonly person_id: string;
  readonly node_id: string;
  readonly visit: number;
  readonly channel: string;
  readonly content_type: string;
  readonly content_id: string | null;
  readonly status: (typeof deliveries.$inferSelect)["status"];
  readonly recipient: string | null;
  readonly sender: string | null;
  readonly subject: string | null;
  readonly rendered: { html?: string; text?: string; notes?: string[] } | null;
  readonly variables: Record<string, unknown>;
  readonly provider_id: string | null;
  readonly response: Record<string, unknown> | null;
  readonly display: Display | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly reasons: Record<string, unknown>[] | null;
  readonly held_until: string | null;
  readonly queued_at: string;
  readonly next_attempt_at: string | null;
  readonly sent_at: string | null;
  readonly track_opens: boolean;
  readonly track_clicks: boolean;
  readonly delivered_at: string | null;
  readonly opened_at: string | null;
  readonly clicked_at: string | null;
  readonly bounced_at: string | null;
  readonly complained_at: string | null;
  readonly unsubscribed_at: string | null;
};

const UNSENT = ["queued", "held", "pending"] as const;

/**
 * Unsent deliveries of an archived journey count as cancelled immediately (R31), and those that a policy holds as held. SQL over deliveries `d` and journeys
 * `j`.
 */
function effectiveStatus(sql: Connection) {
  return sql`case when d.epoch < j.epoch and d.status = any(${[...UNSENT]}::text[]) then 'cancelled'
    when d.status = 'queued' and d.held_until is not null then 'held' else d.status end`;
}

/**
 * Finds a person's deliveries through their enrollments. An index by person would make up a tenth of the cost of
 * queueing a delivery.
 */
const enrollmentsOf = (sql: Connection, personId: string) => sql`
  select e.id from enrollments e where e.shard = ${shardOf(personId)} and e.person_id = ${personId}
  union all
  select x.id from deliveries x
  where x.shard = ${shardOf(personId)} and x.journey_id = ${NO_JOURNEY} and x.person_id = ${personId}`;

export type DeliveryFilter = {
  readonly workspaceId: string;
  readonly journeyId: string | null;
  readonly personId?: string | undefined;
  readonly enrollmentId?: string | undefined;
  readonly channel?: string | undefined;
  readonly status?: string | undefined;
  /** What happened to it after it was sent. */
  readonly became?: (typeof BECAME)[number] | undefined;
};

const BECAME = ["delivered", "opened", "clicked", "bounced", "complained", "unsubscribed"] as const;

type Listed = ShownDelivery & { readonly shown_status: ShownDelivery["status"] };

/** A page of deliveries, newest first, and their number; of many an estimate. The shard cannot be derived from an enrollment's id (R39). */
export async function listShownDeliveries(
  sql: Connection,
  filter: DeliveryFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: Listed[]; readonly counted: Count }> {
  const { personId, enrollmentId, journeyId, channel, status, became } = filter;
  const shards = personId ? [shardOf(personId)] : ALL_SHARDS;
  const own = () => sql`
    from deliveries d left join journeys j on j.id = d.journey_id
    where d.workspace_id = ${filter.workspaceId}
    ${journeyId ? sql`and d.journey_id = ${journeyId}` : sql``}
    ${personId ? sql`and d.person_id = ${personId} and d.enrollment_id in (${enrollmentsOf(sql, personId)})` : sql``}
    ${enrollmentId ? sql`and d.enrollment_id = ${enrollmentId}` : sql``}
    ${channel ? sql`and d.channel = ${channel}` : sql``}
    ${status ? sql`and ${effectiveStatus(sql)} = ${status}` : sql``}
    ${became ? sql`and ${sql(`d.${became}_at`)} is not null` : sql``}`;
  const [rows, counted] = await Promise.all([
    sql<Listed[]>`
      select latest.* from unnest(${shards}::int[]) as s (number)
      cross join lateral (
        select d.*, j.name as journey_name, ${effectiveStatus(sql)} as shown_status ${own()} and d.shard = s.number
        order by d.queued_at desc, d.id desc limit ${offset + limit}
      ) latest
      order by latest.queued_at desc, latest.id desc limit ${limit} offset ${offset}`,
    countAbout(sql, () => sql`select ${own()} and d.shard = any(${shards}::smallint[])`),
  ]);
  return { rows, counted };
}

/**
 * One delivery, searched in every shard, because a merge keeps the id but moves the row to the survivor's shard (R39).
 */
export async function readShownDelivery(
  sql: Connection,
  workspaceId: string,
  id: string,
): Promise<ShownDelivery | undefined> {
  const [row] = await sql<ShownDelivery[]>`
    select d.*, ${effectiveStatus(sql)} as status, j.name as journey_name
    from deliveries d left join journeys j on j.id = d.journey_id
    where d.shard = any(${ALL_SHARDS}::smallint[]) and d.id = ${id} and d.workspace_id = ${workspaceId}`;
  return row;
}

type Place = { readonly shard: number; readonly id: string };

/** Queues a failed delivery, or one of unknown outcome, again; false: it is neither. */
export async function requeueDelivery(sql: Connection, { shard, id }: Place): Promise<boolean> {
  const retried = await sql`
    update deliveries set status = 'queued', error = null, next_attempt_at = now(), expires_at = null,
      attempts = case when status = 'failed' then 0 else attempts end,
      content_revision = case when status = 'failed' then null else content_revision end
    where shard = ${shard} and id = ${id} and status in ('failed', 'unknown')`;
  return retried.count > 0;
}

/** Stores the outcome of a delivery of unknown outcome; false: its outcome is known. */
export async function settleUnknown(sql: Connection, { shard, id }: Place, sent: boolean): Promise<boolean> {
  const settled = await sql`
    update deliveries set status = ${sent ? "sent" : "failed"}, sent_at = case when ${sent} then now() end,
      error = case when ${sent} then null else error end
    where shard = ${shard} and id = ${id} and status = 'unknown'`;
  return settled.count > 0;
}
