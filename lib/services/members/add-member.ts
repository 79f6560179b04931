import { eq } from "drizzle-orm";
import { newId, schema } from "#db";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { hasPassword, signInLinkFor } from "#services/accounts";
import { findMember } from "./list-members.ts";
import type { InvitedMember, NewMember } from "./schema.ts";

const { members, users } = schema;

/** Lets somebody into the workspace; whoever has no password yet gets a one-time sign-in address. */
export async function addMember(ctx: Context, input: NewMember): Promise<InvitedMember> {
  requireRole(ctx, "owner");
  const email = input.email.toLowerCase();
  const { userId, known } = await ctx.database.orm.transaction(async (tx) => {
    const id = await findOrCreateUser(tx, email, input.name);
    const added = await tx
      .insert(members)
      .values({ workspaceId: ctx.workspaceId, userId: id, role: input.role })
      .onConflictDoNothing()
      .returning({ userId: members.userId });
    if (added.length === 0) throw conflict(`${email} is a member already.`);
    await audit(tx, ctx, "member.add", id, { role: input.role });
    return { userId: id, known: await hasPassword(tx, id) };
  });
  const member = await findMember(ctx, userId);
  return { ...member, signInLink: known ? null : await signInLinkFor(email) };
}

async function findOrCreateUser(tx: Transaction, email: string, name: string | undefined): Promise<string> {
  const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (known) return known.id;
  const id = newId();
  await tx.insert(users).values({ id, email, name: name ?? email.split("@")[0] ?? email, emailVerified: false });
  return id;
}
