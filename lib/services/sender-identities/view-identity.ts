import { domainToASCII } from "node:url";
import { type Context, iso, isoOrNull } from "#services";
import { domainProof } from "#signatures";
import type { IdentityRow } from "#store/sender-identities";
import { defaultAddress } from "./default-address.ts";
import type { SenderIdentity } from "./schema.ts";
import { senderSecret } from "./sender-secret.ts";

export async function viewIdentity(ctx: Context, row: IdentityRow): Promise<SenderIdentity> {
  const [shown] = await viewIdentities(ctx, [row]);
  if (!shown) throw new Error("a sender identity without a view");
  return shown;
}

export async function viewIdentities(ctx: Context, rows: readonly IdentityRow[]): Promise<SenderIdentity[]> {
  const [secret, byDefault] = await Promise.all([senderSecret(ctx.database), defaultAddress(ctx, ctx.database.orm)]);
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    number: row.number,
    email: row.email,
    name: row.name,
    status: row.verifiedAt === null ? "unverified" : "verified",
    verifiedAt: isoOrNull(row.verifiedAt),
    verifiedBy: row.verifiedBy,
    isDefault: row.email === byDefault,
    link: linkOf(row),
    dns: recordOf(secret, row),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  }));
}

/** The name and value of the TXT record that verifies the address. */
export function recordOf(secret: string, { workspaceId, email }: Pick<IdentityRow, "workspaceId" | "email">) {
  const written = email.slice(email.indexOf("@") + 1);
  const domain = domainToASCII(written) || written;
  return { name: `_sojourn.${domain}`, value: domainProof(secret, workspaceId, domain) };
}

function linkOf({ linkNonce, linkStatus, linkExpiresAt, linkError }: IdentityRow): SenderIdentity["link"] {
  if (linkNonce === null || linkStatus === null || linkExpiresAt === null) return null;
  return { status: linkStatus, expiresAt: iso(linkExpiresAt), error: linkError };
}
