import type { AudienceMember, Slice } from "../operations/operation.ts";
import type { Source } from "./audience-members.ts";
import { inOrder } from "./plan-settings.ts";
import { personColumns } from "./read-people.ts";

export async function readAudienceMembers({ sql }: Slice, { from, since }: Source): Promise<AudienceMember[]> {
  return await inOrder(
    sql,
    async () => await sql<AudienceMember[]>`select ${personColumns(sql)}, ${since} as since ${from}`,
  );
}
