import { and, asc, eq, getTableColumns, inArray, ne, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { users } from "../users/table.ts";
import { workspaces } from "../workspaces/table.ts";
import { members } from "./table.ts";

type MemberRow = typeof members.$inferSelect;
export type Membership = Pick<MemberRow, "workspaceId" | "role"> & { readonly requiresSecondFactor: boolean };

/** As an owner set it: `settings.secondFactor` is `required`. */
const requiresSecondFactor = sql<boolean>`coalesce(${workspaces.settings} ->> 'secondFactor' = 'required', false)`;

const { userId, number, role, status, createdAt } = getTableColumns(members);
const shown = { userId, number, role, status, createdAt, email: users.email, name: users.name };

/** Who belongs to a workspace, or was invited, in the order of joining; or one of them. */
export async function readMembers(orm: Orm, workspaceId: string, onlyUserId: string | null) {
  const only = onlyUserId === null ? undefined : eq(members.userId, onlyUserId);
  return orm
    .select(shown)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), only))
    .orderBy(asc(members.createdAt), asc(members.number));
}

/** All members of a workspace, locked until the transaction ends: of two changes, the second sees the first. */
export async function lockMembers(
  tx: Transaction,
  workspaceId: string,
): Promise<Pick<MemberRow, "userId" | "role" | "status">[]> {
  return tx.select({ userId, role, status }).from(members).where(eq(members.workspaceId, workspaceId)).for("update");
}

/** Where a user is a member, in the order of joining. */
export async function readMemberships(orm: Orm | Transaction, ofUserId: string): Promise<Membership[]> {
  return orm
    .select({ workspaceId: members.workspaceId, role, requiresSecondFactor })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(activeFor(ofUserId))
    .orderBy(asc(members.createdAt));
}

/** The names of the user's workspaces that require a second factor. */
export async function readSecondFactorWorkspaces(orm: Orm | Transaction, ofUserId: string): Promise<string[]> {
  const rows = await orm
    .select({ name: workspaces.name })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(activeFor(ofUserId), requiresSecondFactor));
  return rows.map(({ name }) => name);
}

/** The workspaces that a user is a member of, in the order of joining. */
export async function readWorkspacesOf(orm: Orm, ofUserId: string) {
  const { id, name, slug, isDemo } = workspaces;
  return orm
    .select({ id, name, slug, role, isDemo })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(activeFor(ofUserId))
    .orderBy(asc(members.createdAt));
}

/** The user's role in a workspace; null = they are no member of it. */
export async function readRole(orm: Orm, ofUserId: string, workspaceId: string): Promise<MemberRow["role"] | null> {
  const [row] = await orm
    .select({ role })
    .from(members)
    .where(and(activeFor(ofUserId), eq(members.workspaceId, workspaceId)));
  return row?.role ?? null;
}

/** What a member of a workspace has dismissed there. */
export async function readDismissed(orm: Orm, ofUserId: string, workspaceId: string): Promise<string[]> {
  const [row] = await orm
    .select({ dismissed: members.dismissed })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, ofUserId)));
  return row?.dismissed ?? [];
}

/** The first of these workspaces that the user owns. */
export async function findOwned(
  orm: Orm,
  ofUserId: string,
  workspaceIds: readonly string[],
): Promise<string | undefined> {
  const [row] = await orm
    .select({ id: members.workspaceId })
    .from(members)
    .where(and(inArray(members.workspaceId, [...workspaceIds]), activeFor(ofUserId), eq(members.role, "owner")));
  return row?.id;
}

/** Whether a user is a member of another workspace that is not the demo: every owner is one of the demo. */
export async function isMemberElsewhere(tx: Transaction, ofUserId: string, workspaceId: string): Promise<boolean> {
  const [elsewhere] = await tx
    .select({ workspaceId: members.workspaceId })
    .from(members)
    .innerJoin(workspaces, and(eq(workspaces.id, members.workspaceId), eq(workspaces.isDemo, false)))
    .where(and(activeFor(ofUserId), ne(members.workspaceId, workspaceId)))
    .limit(1);
  return elsewhere !== undefined;
}

/** The user's first workspace; the demo only if there is no other. */
export async function readHomeWorkspace(orm: Orm, ofUserId: string): Promise<string | null> {
  const [row] = await orm
    .select({ id: workspaces.id })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(activeFor(ofUserId))
    .orderBy(asc(workspaces.isDemo), asc(members.createdAt))
    .limit(1);
  return row?.id ?? null;
}

/** The number of a member of any status, or, if there is none with this id, of the owner with the lowest. */
export async function readMemberNumber(orm: Orm, workspaceId: string, ofUserId: string): Promise<number | null> {
  const inWorkspace = eq(members.workspaceId, workspaceId);
  const [own] = await orm
    .select({ number })
    .from(members)
    .where(and(inWorkspace, eq(members.userId, ofUserId)));
  if (own) return own.number;
  const isOwner = and(inWorkspace, eq(members.role, "owner"));
  const [owner] = await orm.select({ number }).from(members).where(isOwner).orderBy(asc(members.number)).limit(1);
  return owner?.number ?? null;
}

/** Everybody who owns some workspace. */
export async function readOwners(tx: Transaction): Promise<string[]> {
  const isOwner = and(eq(members.role, "owner"), eq(members.status, "active"));
  return (await tx.selectDistinct({ userId }).from(members).where(isOwner)).map((row) => row.userId);
}

const activeFor = (ofUserId: string) => and(eq(members.userId, ofUserId), eq(members.status, "active"));
