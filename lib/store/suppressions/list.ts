import type { ConsentChannel, SuppressionReason } from "#consent";
import type { Connection } from "../sql/connection.ts";
import type { SuppressionRow } from "./read.ts";

export type SuppressionFilter = {
  readonly workspaceId: string;
  readonly channel: ConsentChannel | null;
  readonly reason: SuppressionReason | null;
  /** A part of the address. */
  readonly pattern: string | null;
  /** Lists entries before this one. */
  readonly before: string | null;
};

/** Entries in force, the latest first, in the order of their ids: a page costs the same however many there are (R51). */
export async function listSuppressions(
  sql: Connection,
  { workspaceId, channel, reason, pattern, before }: SuppressionFilter,
  limit: number,
): Promise<SuppressionRow[]> {
  return await sql<SuppressionRow[]>`
    select id, channel, address, reason, source, detail, at, decays_at as "decaysAt",
      lifted_at as "liftedAt", lifted_by as "liftedBy", lift_reason as "liftReason"
    from suppressions
    where workspace_id = ${workspaceId} and in_force and lifted_at is null
      and (decays_at is null or decays_at > now())
      ${before === null ? sql`` : sql`and id < ${before}`}
      ${channel === null ? sql`` : sql`and channel = ${channel}`}
      ${reason === null ? sql`` : sql`and reason = ${reason}`}
      ${pattern === null ? sql`` : sql`and address ilike ${pattern}`}
    order by id desc limit ${limit}`;
}
