import { ALL_SHARDS } from "#db";
import { type PackedHop, unpackHops } from "#store/history";
import type { CaseRun } from "./case-run.ts";

export type EnrollmentSeen = {
  person: string;
  path: [string, number][];
  status: string;
  exitReason: string | null;
  endedAt: number | null;
};

type Row = {
  id: string;
  person: string;
  status: string;
  exitReason: string | null;
  endedAt: number | null;
  hops: PackedHop[][] | null;
};

/** The enrollments of a case in order of entry, with every node entered and when. */
export async function enrollmentsOf(run: CaseRun): Promise<EnrollmentSeen[]> {
  const rows = await run.database.sql<Row[]>`
    select enrollment.id, people.external_id as person, enrollment.status, exit_reason as "exitReason", floor(extract(epoch from ended_at) * 1000)::float8 as "endedAt",
      (select json_agg(hops order by history.at, history.id) from history
       where history.shard = enrollment.shard and history.enrollment_id = enrollment.id) as hops
    from enrollments enrollment
    join people on people.shard = enrollment.shard and people.id = enrollment.person_id
    where enrollment.shard = any(${[...ALL_SHARDS]}::smallint[]) and enrollment.workspace_id = ${run.workspaceId}
    order by enrolled_at, enrollment.id`;
  return rows.map((row) => ({
    person: row.person,
    path: (row.hops ?? [])
      .flatMap((packed) => unpackHops(packed))
      .flatMap((hop): [string, number][] => (hop.to === null ? [] : [[run.names.get(hop.to) ?? "?", hop.at]])),
    status: row.status.toUpperCase(),
    exitReason: row.exitReason,
    endedAt: row.endedAt,
  }));
}

/**
 * Messages in the order of their release, without those cancelled or set aside. Rounded to the second, because a timer
 * fires after its time has passed, which with the virtual clock is a millisecond later.
 */
export async function deliveriesOf(run: CaseRun): Promise<[string, number][]> {
  const rows = await run.database.sql<{ nodeId: string; at: number }[]>`
    select node_id as "nodeId", floor(extract(epoch from released_at))::float8 * 1000 as at from deliveries
    where workspace_id = ${run.workspaceId} and status = 'queued'
    order by released_at, queued_at, id`;
  return rows.map((row) => [run.names.get(row.nodeId) ?? "?", row.at]);
}

export async function nearMissesOf(run: CaseRun): Promise<Record<string, number>> {
  const rows = await run.database.sql<{ reason: string; count: number }[]>`
    select reason, sum(count)::int as count from near_misses where workspace_id = ${run.workspaceId} group by reason`;
  return Object.fromEntries(rows.map((row) => [row.reason, row.count]));
}

export async function conversionsOf(run: CaseRun): Promise<number> {
  const [row] = await run.database.sql<{ count: number }[]>`
    select count(*)::int as count from conversions where workspace_id = ${run.workspaceId}`;
  return row?.count ?? 0;
}

/**
 * Checks `entered = waiting + advanced + exited + failed` for every node, and that the totals match the enrollments
 * (R36).
 */
export async function countsFit(run: CaseRun): Promise<string[]> {
  const { sql } = run.database;
  const nodes = await sql<{ id: string; open: number; waiting: number }[]>`
    select element_id as id, sum(entered - advanced - exited - failed)::int as open,
      (select count(*)::int from positions where positions.journey_id = node_counts.journey_id and node_id = element_id) as waiting
    from node_counts where journey_id = ${run.journeyId} and element_id = any(${[...run.names.keys()]}::uuid[])
    group by journey_id, element_id`;
  const wrong = nodes.filter((node) => node.open !== node.waiting);
  const messages = wrong.map((node) => `${run.names.get(node.id)}: ${node.open} visits open, ${node.waiting} waiting`);
  const [total] = await sql<{ fits: boolean; text: string }[]>`
    with totals as (
      select count(*) as enrolled, count(*) filter (where status = 'completed') as completed,
        count(*) filter (where status = 'stopped') as stopped, count(*) filter (where status = 'failed') as failed
      from enrollments where journey_id = ${run.journeyId}
    ), counted as (
      select coalesce(sum(enrolled), 0) as enrolled, coalesce(sum(completed), 0) as completed,
        coalesce(sum(stopped), 0) as stopped, coalesce(sum(failed), 0) as failed
      from journey_counts where journey_id = ${run.journeyId}
    )
    select row(totals.*)::text = row(counted.*)::text as fits, row(totals.*)::text || ' counted ' || row(counted.*)::text as text
    from totals, counted`;
  return total && !total.fits ? [...messages, `enrollments ${total.text}`] : messages;
}
