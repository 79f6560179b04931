import { Resolver } from "node:dns/promises";
import { type Context, conflict, requireRole } from "#services";
import { findIdentity, lockIdentity } from "./find-identity.ts";
import type { SenderIdentity } from "./schema.ts";
import { senderSecrets } from "./sender-secret.ts";
import { markVerified } from "./verify-identity.ts";
import { recordOf, viewIdentity } from "./view-identity.ts";

/** Asks for the TXT records of a name; each record in its parts of 255 bytes. */
export type TxtResolver = Pick<Resolver, "resolveTxt">;

/** The resolver of the machine; it gives up after about five seconds. */
const ownResolver = (): TxtResolver => new Resolver({ timeout: 2_000, tries: 2 });

/** Verifies an address by the TXT record of its domain. */
export async function verifyByDns(
  ctx: Context,
  reference: string,
  resolver: TxtResolver = ownResolver(),
): Promise<SenderIdentity> {
  requireRole(ctx, "editor");
  const identity = await findIdentity(ctx, reference);
  const records = (await senderSecrets(ctx.database)).map((secret) => recordOf(secret, identity));
  const [record] = records;
  if (!record) throw new Error("The installation has no secret.");
  const found = await recordsOf(resolver, record.name);
  if (!records.some(({ value }) => found.includes(value)))
    throw conflict(refusal(record, found), { record, found: found.slice(0, 10) });
  // The record was asked for outside the transaction, because an answer may take seconds.
  const row = await ctx.database.orm.transaction(async (tx) =>
    markVerified(ctx, tx, await lockIdentity(ctx, tx, identity.id), "dns"),
  );
  return viewIdentity(ctx, row);
}

async function recordsOf(resolver: TxtResolver, name: string): Promise<string[]> {
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join("").trim());
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "ENOTFOUND" || code === "ENODATA") return [];
    throw conflict(`The TXT record of ${name} could not be asked for (${code || "no answer"}). Try again later.`);
  }
}

function refusal({ name, value }: { name: string; value: string }, found: readonly string[]): string {
  const there = found.length === 0 ? "There is no TXT record" : "None of the TXT records is the right one";
  return `${there} at ${name}; it should say ${value}. A new record may take an hour to be seen.`;
}
