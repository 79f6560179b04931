import { shardOf, type TransactionSql } from "#db";
import type { Connection } from "../sql/connection.ts";
import type { Owner } from "../sql/index.ts";
import { readSeen, type Seen } from "./read.ts";

/** Showings of which the time is kept; no frequency looks further back. */
export const KEPT_SHOWINGS = 20;
const LATEST = `$[0 to ${KEPT_SHOWINGS - 1}]`;

type Noted = {
  readonly workspaceId: string;
  readonly personId: string;
  readonly contentId: string;
  readonly type: string;
};

/** One showing more. */
export async function noteShown(sql: Connection, { workspaceId, personId, contentId, type }: Noted): Promise<void> {
  await sql`
    insert into content_seen as seen (shard, person_id, content_id, workspace_id, type, shown, shown_at)
    values (${shardOf(personId)}, ${personId}, ${contentId}, ${workspaceId}, ${type}, 1,
      json_build_array(floor(extract(epoch from clock_timestamp()) * 1000)))
    on conflict (shard, person_id, content_id) do update set shown = seen.shown + 1, type = excluded.type,
      shown_at = jsonb_path_query_array(
        excluded.shown_at::jsonb || seen.shown_at::jsonb, ${LATEST}::text::jsonpath)::json`;
}

/** The person completed it, or dismissed it: then `scope` and `forMs` say what else is not shown, and how long. */
export async function noteEnded(
  sql: Connection,
  { workspaceId, personId, contentId, type }: Noted,
  ended: {
    readonly how: "completed" | "dismissed";
    readonly scope: Seen["dismissedScope"];
    readonly forMs: number | null;
  },
): Promise<void> {
  const { how, scope, forMs } = ended;
  await sql`
    insert into content_seen as seen (shard, person_id, content_id, workspace_id, type, completed_at, dismissed_at,
      dismissed_scope, dismissed_until)
    values (${shardOf(personId)}, ${personId}, ${contentId}, ${workspaceId}, ${type},
      case when ${how} = 'completed' then clock_timestamp() end,
      case when ${how} = 'dismissed' then clock_timestamp() end, ${scope},
      clock_timestamp() + ${forMs}::float8 * interval '1 ms')
    on conflict (shard, person_id, content_id) do update set
      completed_at = coalesce(excluded.completed_at, seen.completed_at),
      dismissed_at = coalesce(excluded.dismissed_at, seen.dismissed_at),
      dismissed_scope = case when ${how} = 'dismissed' then excluded.dismissed_scope else seen.dismissed_scope end,
      dismissed_until = case when ${how} = 'dismissed' then excluded.dismissed_until else seen.dismissed_until end`;
}

/** Joins what two people saw, as they are one: showings add up, and the wider and longer dismissal counts (R39). */
export async function mergeSeen(sql: TransactionSql, from: Owner, to: Owner): Promise<void> {
  const theirs = await readSeen(sql, from.personId);
  if (theirs.length === 0) return;
  const own = new Map((await readSeen(sql, to.personId)).map((seen) => [seen.contentId, seen]));
  await sql`delete from content_seen where shard = ${from.shard} and person_id = ${from.personId}`;
  for (const moved of theirs) {
    const known = own.get(moved.contentId);
    await putSeen(sql, to, known ? joined(known, moved) : moved);
  }
}

const SCOPES = ["item", "kind", "all"] as const;
const widthOf = ({ dismissedScope }: Seen) => (dismissedScope === null ? -1 : SCOPES.indexOf(dismissedScope));
const latest = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

function joined(one: Seen, other: Seen): Seen {
  const [wider, narrower] = widthOf(one) >= widthOf(other) ? [one, other] : [other, one];
  const lasts = narrower.dismissedScope === null ? wider.dismissedUntil : latestOrNever(wider, narrower);
  return {
    contentId: one.contentId,
    type: one.type,
    shown: one.shown + other.shown,
    shownAt: [...one.shownAt, ...other.shownAt].sort((a, b) => b - a).slice(0, KEPT_SHOWINGS),
    completedAt: latest(one.completedAt, other.completedAt),
    dismissedAt: latest(one.dismissedAt, other.dismissedAt),
    dismissedScope: wider.dismissedScope,
    dismissedUntil: lasts,
  };
}

/** `null` is for ever. */
const latestOrNever = ({ dismissedUntil: one }: Seen, { dismissedUntil: other }: Seen) =>
  one === null || other === null ? null : Math.max(one, other);

async function putSeen(sql: Connection, to: Owner, seen: Seen): Promise<void> {
  const { contentId, type, shown, shownAt, completedAt, dismissedAt, dismissedScope, dismissedUntil } = seen;
  const moment = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  await sql`
    insert into content_seen (shard, person_id, content_id, workspace_id, type, shown, shown_at, completed_at, dismissed_at,
      dismissed_scope, dismissed_until)
    values (${to.shard}, ${to.personId}, ${contentId}, ${to.workspaceId}, ${type}, ${shown},
      ${JSON.stringify(shownAt)}::text::json, ${moment(completedAt)}, ${moment(dismissedAt)}, ${dismissedScope},
      ${moment(dismissedUntil)})
    on conflict (shard, person_id, content_id) do update set shown = excluded.shown, shown_at = excluded.shown_at,
      completed_at = excluded.completed_at, dismissed_at = excluded.dismissed_at,
      dismissed_scope = excluded.dismissed_scope, dismissed_until = excluded.dismissed_until`;
}
