import * as z from "zod";
import { accountRoute, one } from "#http";
import { addPasskey, BackupCodes, listPasskeys, NewPasskey, Passkey } from "#services/second-factor";

const about = { path: "/api/auth/passkeys" };

export const GET = accountRoute({
  ...about,
  method: "GET",
  summary: "List the passkeys of the caller's account",
  response: one(z.array(Passkey)),
  handler: async ({ account }) => ({ data: await listPasskeys(account.userId) }),
});

export const POST = accountRoute({
  ...about,
  method: "POST",
  summary: "Add a passkey that the browser made",
  body: NewPasskey,
  status: 201,
  response: one(BackupCodes),
  handler: async ({ account, body }) => ({ data: await addPasskey(account, body) }),
});
