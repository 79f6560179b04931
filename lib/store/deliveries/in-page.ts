import { ALL_SHARDS, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";
import { NO_JOURNEY } from "./direct.ts";

/** How far a page has come with content. `step` and `done` are where a person continues on the next page. */
export type Display = {
  readonly stage: "eligible" | "waiting_for_target" | "gave_up" | "shown";
  readonly reason?: string;
  readonly page?: string;
  readonly at: string;
  readonly step?: string;
  readonly done?: readonly string[];
};

/** In-page content that waits for a person on the step of one of their enrollments. */
export type InPageDelivery = {
  readonly shard: number;
  readonly id: string;
  readonly journeyId: string;
  readonly enrollmentId: string;
  readonly nodeId: string;
  readonly visit: number;
  readonly status: "queued" | "pending" | "shown";
  readonly queuedAt: number;
  readonly contentId: string;
  /** The revision that the person is shown. */
  readonly revision: number;
  readonly key: string;
  readonly number: number;
  readonly type: string;
  readonly name: string;
  readonly body: Record<string, unknown>;
  readonly variables: Record<string, unknown>;
  readonly display: Display | null;
};

/**
 * All of it, the oldest first. It is found through the positions, as everybody stands on the step that offers it. Each
 * is of the revision that it was queued with (R43); of archived journeys there is none (R31).
 */
export async function readInPage(
  sql: Connection,
  {
    workspaceId,
    personId,
    siteId,
  }: { readonly workspaceId: string; readonly personId: string; readonly siteId: string | null },
): Promise<InPageDelivery[]> {
  return await sql<InPageDelivery[]>`
    select d.shard, d.id, d.journey_id as "journeyId", d.enrollment_id as "enrollmentId", d.node_id as "nodeId", d.visit,
      d.status, floor(extract(epoch from d.queued_at) * 1000)::float8 as "queuedAt",
      c.id as "contentId", coalesce(d.content_revision, c.revision) as revision, c.slug as key, c.number, c.type, c.name, d.variables, d.display,
      coalesce((
        select kept.body from content_revisions kept
        where kept.content_id = c.id and kept.revision = d.content_revision and d.content_revision <> c.revision
        limit 1), c.body) as body
    from positions p
    join deliveries d on d.shard = p.shard and d.enrollment_id = p.enrollment_id and d.node_id = p.node_id
    join journeys j on j.id = d.journey_id and j.epoch <= d.epoch
    join content c on c.id = d.content_id and c.workspace_id = d.workspace_id
    where p.shard = ${shardOf(personId)} and p.person_id = ${personId} and p.workspace_id = ${workspaceId}
      and (${siteId}::uuid is null or j.site_id = ${siteId}::uuid)
      and d.channel = 'inapp' and d.status in ('queued', 'pending', 'shown')
      and (d.expires_at is null or d.expires_at > clock_timestamp())
    order by d.queued_at, d.id limit 50`;
}

/** Notes how far a page has come; `false`: it ended meanwhile. */
export async function noteDisplay(
  sql: Connection,
  { shard, id }: { readonly shard: number; readonly id: string },
  display: Display,
): Promise<boolean> {
  const noted = await sql`
    update deliveries set display = ${JSON.stringify(display)}::text::json
    where shard = ${shard} and id = ${id} and status in ('queued', 'pending', 'shown')`;
  return noted.count > 0;
}

/** In-page content that was queued within the last seconds, in whichever process. */
export async function readNewlyOffered(
  sql: Connection,
  seconds: number,
): Promise<{ readonly id: string; readonly personId: string }[]> {
  return await sql<{ id: string; personId: string }[]>`
    select id, person_id as "personId" from deliveries
    where shard = any(${ALL_SHARDS}::smallint[]) and channel = 'inapp' and queued_at > clock_timestamp() - ${seconds}::float8 * interval '1 s'
    order by queued_at desc limit 10000`;
}

/** What a person was sent or shown, whatever happened to it: answers may come after its end. Null ids: no journey sent it. */
type SentContent = {
  readonly id: string;
  readonly contentId: string | null;
  readonly revision: number | null;
  readonly channel: string;
  readonly journeyId: string | null;
  readonly enrollmentId: string | null;
  readonly nodeId: string | null;
};

export async function readSentContent(
  sql: Connection,
  { workspaceId, personId, id }: { readonly workspaceId: string; readonly personId: string; readonly id: string },
): Promise<SentContent | undefined> {
  const [row] = await sql<SentContent[]>`
    select id, content_id as "contentId", content_revision as revision, channel,
      nullif(journey_id, ${NO_JOURNEY}) as "journeyId",
      case when journey_id <> ${NO_JOURNEY} then enrollment_id end as "enrollmentId",
      case when journey_id <> ${NO_JOURNEY} then node_id end as "nodeId"
    from deliveries
    where shard = ${shardOf(personId)} and id = ${id} and person_id = ${personId} and workspace_id = ${workspaceId}`;
  return row;
}
