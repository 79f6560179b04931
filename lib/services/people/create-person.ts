import { identityShard, newId, shardOf, type TransactionSql, wakeEngine } from "#db";
import type { LoggedEvent } from "#engine";
import { audit, type Context, conflict, requireRole } from "#services";
import { appendSignals } from "#store/inbox";
import { findPerson } from "./person-row.ts";
import { requireRoom } from "./require-room.ts";
import type { NewPerson, Person } from "./schema.ts";
import { viewPerson } from "./view-person.ts";

/** A person who was never seen before; known ones are changed, not created. With an external id this is `user.created`. */
export async function createPerson(ctx: Context, input: NewPerson): Promise<Person> {
  requireRole(ctx, "editor");
  requireRoom({}, input.traits);
  const personId = newId();
  const externalId = input.externalId ?? input.userId ?? null;
  await ctx.database.sql.begin(async (sql) => {
    await takeIdentity(ctx, sql, personId, "external", externalId);
    await takeIdentity(ctx, sql, personId, "anonymous", input.anonymousId ?? null);
    await sql`
      insert into people (shard, id, workspace_id, external_id, anonymous_id)
      values (${shardOf(personId)}, ${personId}, ${ctx.workspaceId}, ${externalId}, ${input.anonymousId ?? null})`;
    await appendSignals(sql, [
      { workspaceId: ctx.workspaceId, personId, kind: "patch", payload: { patch: patchOf(input), source: "api" } },
    ]);
    if (externalId !== null) await logCreation(ctx, sql, personId, input.traits ?? {});
  });
  await audit(ctx.database.orm, ctx, "person.create", personId);
  wakeEngine();
  return viewPerson(ctx, await findPerson(ctx, personId));
}

function patchOf({ traits, tags, stage }: NewPerson): Record<string, unknown> {
  return {
    ...(traits ? { traits } : {}),
    ...(tags ? { addTags: tags } : {}),
    ...(stage === undefined ? {} : { stage }),
  };
}

async function takeIdentity(
  ctx: Context,
  sql: TransactionSql,
  personId: string,
  kind: "external" | "anonymous",
  value: string | null,
): Promise<void> {
  if (value === null) return;
  const taken = await sql`
    insert into identities (shard, workspace_id, kind, value, person_id)
    values (${identityShard(ctx.workspaceId, kind, value)}, ${ctx.workspaceId}, ${kind}, ${value}, ${personId})
    on conflict do nothing`;
  if (taken.count === 0)
    throw conflict(`There is a person with this ${kind === "external" ? "externalId" : "anonymousId"} already.`);
}

/** The event that a first identify would bring, so that journeys for new users see people from every door. */
async function logCreation(
  ctx: Context,
  sql: TransactionSql,
  personId: string,
  properties: Record<string, unknown>,
): Promise<void> {
  const shard = shardOf(personId);
  const id = newId(shard);
  const [row] = await sql<{ at: string; ms: number }[]>`
    insert into events (shard, received_at, id, workspace_id, person_id, name, properties, timestamp)
    values (${shard}, clock_timestamp(), ${id}, ${ctx.workspaceId}, ${personId}, 'user.created',
      ${JSON.stringify(properties)}::text::json, clock_timestamp())
    returning received_at::text as at, floor(extract(epoch from received_at) * 1000)::float8 as ms`;
  if (!row) throw new Error("the insert returned nothing");
  const event: LoggedEvent = { id, name: "user.created", properties, timestamp: row.ms, receivedAt: row.ms };
  await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${row.at}::timestamptz, ${id}, ${ctx.workspaceId}, ${personId}, 'event', ${JSON.stringify({ event })}::text::json
    where exists (
      select from event_interest where workspace_id = ${ctx.workspaceId} and name = 'user.created')`;
}
