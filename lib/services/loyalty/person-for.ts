import { identityShard, newId, type TransactionSql } from "#db";
import type { Context } from "#services";
import { logEvent } from "#store/events";
import { findIdentity, insertIdentities } from "#store/identities";
import { followMerges, insertPerson } from "#store/people";

/** The person with an external id, created if nobody has it, in the caller's transaction. */
export async function personFor(ctx: Context, sql: TransactionSql, externalId: string): Promise<string> {
  const { workspaceId } = ctx;
  const known = await findIdentity(sql, workspaceId, "external", externalId);
  if (known !== undefined) return (await followMerges(sql, known)) ?? known;
  const personId = newId();
  const shard = identityShard(workspaceId, "external", externalId);
  const taken = await insertIdentities(sql, [{ shard, workspaceId, kind: "external", value: externalId, personId }]);
  // Another request created the person meanwhile, and has committed.
  if (taken === 0) return (await findIdentity(sql, workspaceId, "external", externalId)) ?? personId;
  await insertPerson(sql, { workspaceId, personId, externalId, anonymousId: null });
  await logEvent(sql, { workspaceId, personId, name: "user.created", properties: {} });
  return personId;
}
