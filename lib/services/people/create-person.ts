import { identityShard, newId, type TransactionSql, wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { logEvent } from "#store/events";
import { insertIdentities } from "#store/identities";
import { appendSignals } from "#store/inbox";
import { insertPerson } from "#store/people";
import { findPerson } from "./person-row.ts";
import { requireRoom } from "./require-room.ts";
import type { NewPerson, Person } from "./schema.ts";
import { viewPerson } from "./view-person.ts";

/** Creates a new person; known ones are changed, not created. With an external id this emits `user.created`. */
export async function createPerson(ctx: Context, input: NewPerson): Promise<Person> {
  requireRole(ctx, "editor");
  requireRoom({}, input.traits);
  const personId = newId();
  const externalId = input.externalId ?? input.userId ?? null;
  await ctx.database.sql.begin(async (sql) => {
    await takeIdentity(ctx, sql, personId, "external", externalId);
    await takeIdentity(ctx, sql, personId, "anonymous", input.anonymousId ?? null);
    const { workspaceId } = ctx;
    await insertPerson(sql, { workspaceId, personId, externalId, anonymousId: input.anonymousId ?? null });
    await appendSignals(sql, [
      { workspaceId: ctx.workspaceId, personId, kind: "patch", payload: { patch: patchOf(input), source: "api" } },
    ]);
    const created = { workspaceId, personId, name: "user.created", properties: input.traits ?? {} };
    if (externalId !== null) await logEvent(sql, created);
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
  const shard = identityShard(ctx.workspaceId, kind, value);
  const taken = await insertIdentities(sql, [{ shard, workspaceId: ctx.workspaceId, kind, value, personId }]);
  if (taken === 0)
    throw conflict(`There is a person with this ${kind === "external" ? "externalId" : "anonymousId"} already.`);
}
