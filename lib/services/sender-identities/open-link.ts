import { eq } from "drizzle-orm";
import { getDatabase } from "#db";
import { openContext, type Transaction } from "#services";
import { identityOfToken, isSigned } from "#signatures";
import { schema } from "#store";
import type { IdentityRow } from "./find-identity.ts";
import { senderSecret } from "./sender-secret.ts";
import { markVerified } from "./verify-identity.ts";

const { senderIdentities, workspaces } = schema;

/** Uses up a mailed link; `null` if it was used already, has expired, or never was one. */
export async function openLink(token: string): Promise<{ email: string; workspace: string } | null> {
  const id = identityOfToken(token);
  if (id === null) return null;
  const secret = await senderSecret(getDatabase());
  return await getDatabase().orm.transaction(async (tx) => {
    const [row] = await tx.select().from(senderIdentities).where(eq(senderIdentities.id, id)).for("update");
    if (!row || !opens(row, secret, token)) return null;
    const ctx = openContext(row.workspaceId, { kind: "system", id: "sender-link", role: "editor" });
    await markVerified(ctx, tx, row, "link");
    return { email: row.email, workspace: await nameOf(tx, row.workspaceId) };
  });
}

function opens({ id, email, linkNonce, linkExpiresAt }: IdentityRow, secret: string, token: string): boolean {
  if (linkNonce === null || linkExpiresAt === null || linkExpiresAt.getTime() < Date.now()) return false;
  return isSigned(secret, { id, email, linkNonce, linkExpiresAt }, token);
}

async function nameOf(tx: Transaction, workspaceId: string): Promise<string> {
  const [row] = await tx.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, workspaceId));
  return row?.name ?? "";
}
