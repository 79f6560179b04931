import type { Sql } from "#db";

/** Made as a table of its own and then attached: creating it in place would lock out every insert meanwhile (R11). */
export async function attachPartition(
  sql: Sql,
  table: string,
  partition: { readonly name: string; readonly from: string; readonly to: string },
): Promise<void> {
  const { name, from, to } = partition;
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '200ms'`;
    await tx`create table ${tx(name)} (like ${tx(table)} including defaults including constraints including indexes)`;
    await tx.unsafe(`alter table "${table}" attach partition "${name}" for values from ('${from}') to ('${to}')`);
  });
}
