import type { OfferHistory, PastOffer, PastOutcome } from "#engine";
import { type Connection, type Owner, plain, toSqlTimestamp } from "../sql/connection.ts";

/** How many rows of each kind are read of a person, the latest: caps and suppression look no further back. */
const MOST = 500;

/** What people were offered and did with it, by person; with `before` (in ms) only what happened before that time. */
export async function readOfferHistories(
  sql: Connection,
  people: readonly Pick<Owner, "shard" | "personId">[],
  before?: number,
): Promise<Map<string, OfferHistory>> {
  if (people.length === 0) return new Map();
  const wanted = sql`unnest(${plain(people.map(({ shard }) => shard))}::int[],
    ${plain(people.map(({ personId }) => personId))}::uuid[]) as wanted (shard, id)`;
  const earlier = before === undefined ? sql`` : sql`and at < ${toSqlTimestamp(before)}::timestamptz`;
  const [offered, outcomes] = await Promise.all([
    sql<(PastOffer & { personId: string })[]>`
      select wanted.id as "personId", offer_id as "offerId", flow_id as "flowId",
        floor(date_part('epoch', at) * 1000 + 0.0005) as at
      from ${wanted} cross join lateral (
        select offer_id, flow_id, at from offer_decisions
        where shard = wanted.shard and person_id = wanted.id ${earlier} order by at desc limit ${MOST}) as latest`,
    sql<(PastOutcome & { personId: string })[]>`
      select wanted.id as "personId", offer_id as "offerId", outcome, floor(date_part('epoch', at) * 1000 + 0.0005) as at
      from ${wanted} cross join lateral (
        select offer_id, outcome, at from outcomes
        where shard = wanted.shard and person_id = wanted.id and offer_id is not null ${earlier}
        order by at desc limit ${MOST}) as latest`,
  ]);
  const offeredOf = Map.groupBy(offered, ({ personId }) => personId);
  const outcomesOf = Map.groupBy(outcomes, ({ personId }) => personId);
  return new Map(
    people.map(({ personId }) => [
      personId,
      { offered: offeredOf.get(personId) ?? [], outcomes: outcomesOf.get(personId) ?? [] },
    ]),
  );
}

export type OfferedRow = {
  readonly offerId: string;
  readonly flowId: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
};

/** The latest offer of a person that fits what an outcome names; undefined = there is none. */
export async function findOffered(
  sql: Connection,
  { shard, personId }: Owner,
  { offerId, enrollmentId }: { readonly offerId: string | null; readonly enrollmentId: string | null },
): Promise<OfferedRow | undefined> {
  const [row] = await sql<OfferedRow[]>`
    select offer_id as "offerId", flow_id as "flowId", enrollment_id as "enrollmentId", journey_id as "journeyId"
    from offer_decisions
    where shard = ${shard} and person_id = ${personId}
      and (${offerId}::uuid is null or offer_id = ${offerId}::uuid)
      and (${enrollmentId}::uuid is null or enrollment_id = ${enrollmentId}::uuid)
    order by at desc, rank limit 1`;
  return row;
}
