import { type Sql, shardOf, type TransactionSql } from "#db";

/** Who a person has become by merges, themselves included, through any number of them; `null` = nobody is left of them. */
export async function followMerges(sql: Sql | TransactionSql, personId: string): Promise<string | null> {
  const met = new Set<string>();
  let id = personId;
  // A chain is as long as somebody was merged often; a circle, which no merge makes, must not be followed for ever.
  while (!met.has(id)) {
    met.add(id);
    const [row] = await sql<{ mergedInto: string | null }[]>`
      select merged_into as "mergedInto" from people where shard = ${shardOf(id)} and id = ${id}`;
    if (row === undefined) return null;
    if (row.mergedInto === null) return id;
    id = row.mergedInto;
  }
  return null;
}
