import { ALL_SHARDS } from "#db";
import { type Context, iso } from "#services";
import { personLabel } from "#services/people";
import { type PackedHop, unpackHops } from "#store/history";

export type LiveHop = {
  readonly enrollmentId: string;
  readonly personLabel: string;
  readonly fromNodeId: string | null;
  readonly toNodeId: string | null;
  readonly cause: string;
  readonly at: string;
};

type Row = {
  enrollment_id: string;
  hops: PackedHop[];
  committed: string;
  external_id: string | null;
  anonymous_id: string | null;
  traits: Record<string, unknown> | null;
};

const AT_MOST = 50;

/** Hops committed after `since` (exact text of a moment), oldest first, 50 at most; `until` is where to go on. */
export async function listHops(
  ctx: Context,
  journeyId: string,
  since: string,
  versionId: string | null = null,
): Promise<{ hops: LiveHop[]; until: string }> {
  // The index is by hop time, which a backlog puts before the commit: five minutes of leeway.
  const rows = await ctx.database.sql<Row[]>`
    select h.enrollment_id, h.hops, h.committed_at::text as committed, u.external_id, u.anonymous_id, u.traits
    from history h left join people u on u.shard = h.shard and u.id = h.person_id
    where h.shard = any(${ALL_SHARDS}::smallint[]) and h.journey_id = ${journeyId}
      and (${versionId}::uuid is null or h.version_id = ${versionId}::uuid)
      and h.at > ${since}::timestamptz - interval '5 minutes' and h.committed_at > ${since}::timestamptz
    order by h.committed_at desc, h.at desc limit ${AT_MOST}`;
  const hops = rows.toReversed().flatMap((row) =>
    unpackHops(row.hops).map((hop) => ({
      enrollmentId: row.enrollment_id,
      personLabel: personLabel(row),
      fromNodeId: hop.from,
      toNodeId: hop.to,
      cause: hop.cause,
      at: iso(hop.at),
    })),
  );
  return { hops: hops.slice(-AT_MOST), until: rows[0]?.committed ?? since };
}
