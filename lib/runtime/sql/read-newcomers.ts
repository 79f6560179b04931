import type { Newcomer, Slice } from "../operations/operation.ts";
import { inOrder } from "./look-up-by-key.ts";
import type { Source } from "./newcomers.ts";
import { personColumns } from "./read-people.ts";

export async function readNewcomers({ sql }: Slice, { from, since }: Source): Promise<Newcomer[]> {
  return await inOrder(sql, async () => await sql<Newcomer[]>`select ${personColumns(sql)}, ${since} as since ${from}`);
}
