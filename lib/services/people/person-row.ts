import { type Database, identityShard, shardOf } from "#db";
import { type Context, isUuid, notFound } from "#services";
import { followMerges } from "#store/people";

/** As raw SQL hands it back; moments are text. */
export type PersonRow = {
  readonly id: string;
  readonly external_id: string | null;
  readonly anonymous_id: string | null;
  readonly traits: Record<string, unknown>;
  readonly tags: string[];
  readonly stage: string | null;
  readonly merged_into: string | null;
  readonly last_seen_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
};

export const personColumns = (sql: Database["sql"]) =>
  sql`id, external_id, anonymous_id, traits, tags, stage, merged_into, last_seen_at, created_at, updated_at`;

/**
 * A person by id, or by external id, which may look like one of ours: anybody may choose an external id, so it cannot hide
 * somebody's own id. A merged person leads to the one they became. Throws `not_found`.
 */
export async function findPerson(ctx: Context, reference: string): Promise<PersonRow> {
  const own = isUuid(reference) ? await loadCurrent(ctx, reference.toLowerCase()) : undefined;
  const found = own ?? (await loadCurrent(ctx, await findByExternalId(ctx, reference)));
  if (!found) throw notFound("person");
  return found;
}

async function loadCurrent(ctx: Context, id: string | undefined): Promise<PersonRow | undefined> {
  let row = id === undefined ? undefined : await loadPerson(ctx, id);
  // Again for one who is merged between the two reads.
  while (row?.merged_into) {
    const current = await followMerges(ctx.database.sql, row.merged_into);
    row = current === null ? undefined : await loadPerson(ctx, current);
  }
  return row;
}

async function loadPerson(ctx: Context, id: string): Promise<PersonRow | undefined> {
  const { sql } = ctx.database;
  const [row] = await sql<PersonRow[]>`
    select ${personColumns(sql)} from people
    where shard = ${shardOf(id)} and id = ${id} and workspace_id = ${ctx.workspaceId}`;
  return row;
}

async function findByExternalId(ctx: Context, value: string): Promise<string | undefined> {
  const [row] = await ctx.database.sql<{ person_id: string }[]>`
    select person_id from identities
    where shard = ${identityShard(ctx.workspaceId, "external", value)} and workspace_id = ${ctx.workspaceId}
      and kind = 'external' and value = ${value}`;
  return row?.person_id;
}
