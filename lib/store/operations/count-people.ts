import { type SQL, sql } from "drizzle-orm";
import { ALL_SHARDS, type Transaction } from "#db";

export type Asked = {
  readonly workspaceId: string;
  readonly kind: string;
  readonly journeyId: string | null;
  readonly input: Record<string, unknown>;
};

const SHARDS = sql.raw(`array[${ALL_SHARDS.join(",")}]::smallint[]`);
const inside = ({ journeyId }: Asked) => sql`
  select count(*) as people from positions where shard = any(${SHARDS}) and journey_id = ${journeyId}`;

const enrollments = ({ journeyId }: Asked) => sql`
  select coalesce(sum(enrolled), 0) as people from journey_counts
  where shard = any(${SHARDS}) and journey_id = ${journeyId}`;

const members = (segmentId: string) => sql`
  select coalesce(sum(members), 0) as people from segment_counts
  where shard = any(${SHARDS}) and segment_id = ${segmentId}`;

/** Identified people in any included segment, or all, and in no excluded one; by the indexes of both tables. */
function countTargeted(workspaceId: string, { include, exclude }: Record<"include" | "exclude", unknown[]>): SQL {
  const idsOf = (list: unknown[]) => sql`${sql.param(list.map(String))}::uuid[]`;
  const isIn = (list: unknown[]) => sql`exists (
    select from segment_members m
    where m.shard = people.shard and m.person_id = people.id and m.segment_id = any(${idsOf(list)}))`;
  return sql`
    select count(*) as people from people
    where shard = any(${SHARDS}) and workspace_id = ${workspaceId} and external_id is not null and merged_into is null
      ${include.length === 0 ? sql`` : sql`and ${isIn(include)}`}
      ${exclude.length === 0 ? sql`` : sql`and not ${isIn(exclude)}`}`;
}

/** The number of people per kind of operation, by one index scan (R15). */
const COUNTS: Readonly<Record<string, (asked: Asked) => SQL | number>> = {
  enroll: ({ input, workspaceId }) => {
    const { include, exclude, personIds } = input;
    if (Array.isArray(include) && Array.isArray(exclude)) return countTargeted(workspaceId, { include, exclude });
    return Array.isArray(personIds) ? personIds.length : members(String(input.segmentId));
  },
  start_campaign: ({ workspaceId, input }) =>
    typeof input.segmentId === "string"
      ? members(input.segmentId)
      : sql`select count(*) as people from people
            where shard = any(${SHARDS}) and workspace_id = ${workspaceId} and merged_into is null`,
  resume: ({ journeyId }) => sql`
    select count(*) as people from (
      select person_id from positions where shard = any(${SHARDS}) and journey_id = ${journeyId}
      union
      select person_id from queued_actions where shard = any(${SHARDS}) and journey_id = ${journeyId}
    ) kept`,
  archive: inside,
  delete_journey: enrollments,
  recount: enrollments,
  migrate: ({ journeyId, input }) => sql`
    select count(*) as people from positions
    where shard = any(${SHARDS}) and journey_id = ${journeyId} and version_id <> ${String(input.toVersionId)}
      and exists (
        select from jsonb_to_recordset(${JSON.stringify(input.steps)}::jsonb) as step ("nodeId" uuid, "versionId" uuid)
        where step."nodeId" = node_id and coalesce(step."versionId", version_id) = version_id)`,
  retry: ({ journeyId, input }) => sql`
    select count(*) as people from enrollments
    where shard = any(${SHARDS}) and journey_id = ${journeyId} and status = 'failed' and hidden_at is null
      and (${input.nodeId ?? null}::uuid is null or last_node_id = ${input.nodeId ?? null}::uuid)`,
  release: ({ journeyId, input }) => sql`
    select count(*) as people from positions
    where shard = any(${SHARDS}) and journey_id = ${journeyId} and node_id = ${String(input.nodeId)}
      and (state ->> 'at')::float8 <= ${Number(input.arrivedBy)}`,
  build_segment: ({ workspaceId }) => sql`
    select count(*) as people from people
    where shard = any(${SHARDS}) and workspace_id = ${workspaceId} and merged_into is null`,
  erase: ({ input }) => (typeof input.count === "number" ? input.count : 1),
  change_people: ({ input }) => Number(input.expected),
  import_people: ({ input }) => Number(input.rows),
};

/** The total to show for an operation; null for kinds whose total is not known in advance. */
export async function countPeople(tx: Transaction, asked: Asked): Promise<number | null> {
  const counted = COUNTS[asked.kind]?.(asked);
  if (counted === undefined || typeof counted === "number") return counted ?? null;
  const [row] = await tx.execute<{ people: string }>(counted);
  return Number(row?.people ?? 0);
}
