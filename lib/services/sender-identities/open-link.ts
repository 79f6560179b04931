import { getDatabase } from "#db";
import { openContext } from "#services";
import { identityOfToken, isSigned } from "#signatures";
import { type IdentityRow, lockIdentityById } from "#store/sender-identities";
import { readWorkspace } from "#store/workspaces";
import { senderSecrets } from "./sender-secret.ts";
import { markVerified } from "./verify-identity.ts";

/** Uses up a mailed link; `null` if it was used already, has expired, or never was one. */
export async function openLink(token: string): Promise<{ email: string; workspace: string } | null> {
  const id = identityOfToken(token);
  if (id === null) return null;
  const secrets = await senderSecrets(getDatabase());
  return await getDatabase().orm.transaction(async (tx) => {
    const row = await lockIdentityById(tx, id);
    if (!row || !opens(row, secrets, token)) return null;
    const ctx = openContext(row.workspaceId, { kind: "system", id: "sender-link", role: "editor" });
    await markVerified(ctx, tx, row, "link");
    return { email: row.email, workspace: (await readWorkspace(tx, row.workspaceId))?.name ?? "" };
  });
}

function opens(
  { id, email, linkNonce, linkExpiresAt }: IdentityRow,
  secrets: readonly string[],
  token: string,
): boolean {
  if (linkNonce === null || linkExpiresAt === null || linkExpiresAt.getTime() < Date.now()) return false;
  return secrets.some((secret) => isSigned(secret, { id, email, linkNonce, linkExpiresAt }, token));
}
