import type { Newcomer, Slice } from "../operations/operation.ts";
import type { Source } from "./newcomers.ts";
import { personColumns } from "./read-people.ts";

export async function readNewcomers({ sql }: Slice, { from, since }: Source): Promise<Newcomer[]> {
  return await sql<Newcomer[]>`select ${personColumns(sql)}, ${since} as since ${from}`;
}
