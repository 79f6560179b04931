import { type Context, iso } from "#services";
import { personLabel } from "#services/people";
import { readCommittedSince, unpackHops } from "#store/history";

export type LiveHop = {
  readonly enrollmentId: string;
  readonly personLabel: string;
  readonly fromNodeId: string | null;
  readonly toNodeId: string | null;
  readonly cause: string;
  readonly at: string;
};

const AT_MOST = 50;

/**
 * Transitions committed after `since` (the exact text of a time), oldest first, 50 at most; `until` is the next
 * `since`.
 */
export async function listHops(
  ctx: Context,
  journeyId: string,
  since: string,
  versionId: string | null = null,
): Promise<{ hops: LiveHop[]; until: string }> {
  const rows = await readCommittedSince(ctx.database.sql, { journeyId, versionId }, since, AT_MOST);
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
