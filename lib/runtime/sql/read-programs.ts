import type { Program } from "#engine";
import type { Connection } from "./connection.ts";

/** Immutable: each is read once in a process's life. */
export async function readPrograms(
  sql: Connection,
  versions: readonly string[],
): Promise<{ id: string; workspaceId: string; program: Program }[]> {
  return await sql<{ id: string; workspaceId: string; program: Program }[]>`
    select id, workspace_id as "workspaceId", program from versions where id = any(${[...versions]}::uuid[])`;
}
