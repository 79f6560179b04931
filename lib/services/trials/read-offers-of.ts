import { shardOf, type TransactionSql } from "#db";
import { decides, type OfferHistory, type Program } from "#engine";
import { readOfferHistories } from "#store/offer-decisions";

/** What people were offered before a time (in ms), if any of the programs decides. */
export function readOffersOf(
  sql: TransactionSql,
  programs: readonly Program[],
  ids: readonly string[],
  before: number,
): Promise<ReadonlyMap<string, OfferHistory>> {
  if (!programs.some(decides)) return Promise.resolve(new Map());
  return readOfferHistories(
    sql,
    ids.map((personId) => ({ shard: shardOf(personId), personId })),
    before,
  );
}
