import { and, asc, count, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { byName, type Name } from "../sql/by-name.ts";
import type { Connection } from "../sql/connection.ts";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { senderIdentities } from "./table.ts";

export type IdentityRow = typeof senderIdentities.$inferSelect;

/** An address that may be sent from. */
export type VerifiedSender = {
  readonly workspaceId: string;
  /** In lower case. */
  readonly email: string;
  readonly name: string | null;
};

/** All verified sender identities of these workspaces; a workspace has at most a few hundred. */
export async function readVerifiedSenders(sql: Connection, workspaceIds: readonly string[]): Promise<VerifiedSender[]> {
  return await sql<VerifiedSender[]>`
    select workspace_id as "workspaceId", email, name from sender_identities
    where workspace_id = any(${[...workspaceIds]}::text[]::uuid[]) and verified_at is not null`;
}

/** The rows that a reference may mean; one may have as its key what is the number of another. */
export async function findIdentities(orm: Orm, workspaceId: string, name: Name): Promise<IdentityRow[]> {
  return orm
    .select()
    .from(senderIdentities)
    .where(byName(senderIdentities, workspaceId, name));
}

export async function lockIdentities(tx: Transaction, workspaceId: string, name: Name): Promise<IdentityRow[]> {
  return tx
    .select()
    .from(senderIdentities)
    .where(byName(senderIdentities, workspaceId, name))
    .for("update");
}

/** An identity of any workspace, locked until the transaction ends. */
export async function lockIdentityById(tx: Transaction, id: string): Promise<IdentityRow | undefined> {
  const [row] = await tx.select().from(senderIdentities).where(eq(senderIdentities.id, id)).for("update");
  return row;
}

export async function readIdentityNames(
  tx: Transaction,
  workspaceId: string,
): Promise<Pick<IdentityRow, "key" | "number" | "email">[]> {
  const { key, number, email } = senderIdentities;
  return tx.select({ key, number, email }).from(senderIdentities).where(eq(senderIdentities.workspaceId, workspaceId));
}

export type IdentityFilter = {
  readonly workspaceId: string;
  readonly status: "verified" | "unverified" | null;
  readonly email: string | null;
};

/** A page of a workspace's identities by address, and how many there are. */
export async function listIdentityRows(
  orm: Orm,
  { workspaceId, status, email }: IdentityFilter,
  page: Page,
): Promise<Paged<IdentityRow>> {
  const { verifiedAt } = senderIdentities;
  const byStatus = status && { verified: isNotNull(verifiedAt), unverified: isNull(verifiedAt) }[status];
  const byEmail = email === null ? undefined : eq(senderIdentities.email, email);
  const where = and(eq(senderIdentities.workspaceId, workspaceId), byStatus ?? undefined, byEmail);
  return withTotal(
    orm
      .select()
      .from(senderIdentities)
      .where(where)
      .orderBy(asc(senderIdentities.email), asc(senderIdentities.id))
      .limit(page.limit)
      .offset(page.offset),
    orm.select({ total: count() }).from(senderIdentities).where(where),
  );
}

/** Those of the addresses that are identities of the workspace, and since when they are verified. */
export async function readVerifications(
  orm: Orm | Transaction,
  workspaceId: string,
  addresses: readonly string[],
): Promise<Pick<IdentityRow, "email" | "verifiedAt">[]> {
  const { email, verifiedAt } = senderIdentities;
  return orm
    .select({ email, verifiedAt })
    .from(senderIdentities)
    .where(and(eq(senderIdentities.workspaceId, workspaceId), inArray(email, [...addresses])));
}
