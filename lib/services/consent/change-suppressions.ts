import { isMailAddress } from "#addresses";
import { type ConsentChannel, knownAddress } from "#consent";
import { audit, type Context, invalidField, notFound, requireRole } from "#services";
import { liftSuppression, readSuppressionHistory, recordSuppression } from "#store/suppressions";
import type { LiftInput, NewSuppression, Suppression } from "./schema.ts";
import { viewSuppression } from "./view-suppression.ts";

const FAULTS: Readonly<Record<ConsentChannel, (address: string) => string | null>> = {
  email: (address) => (isMailAddress(address.trim()) ? null : `“${address}” is not an email address`),
  sms: (address) =>
    /^\+?[0-9]{3,20}$/.test(knownAddress("sms", address)) ? null : `“${address}” is not a phone number`,
  push: (address) => (address.trim() === "" ? "is empty" : null),
};

/** Why an address cannot be one of this channel; null: it can. */
export const addressFault = (channel: ConsentChannel, address: string): string | null => FAULTS[channel](address);

/** Suppresses an address for all people who have it. The same again changes nothing. */
export async function suppressAddress(ctx: Context, input: NewSuppression): Promise<Suppression> {
  requireRole(ctx, "editor");
  const { channel, address, reason, detail = null, until } = input;
  const fault = addressFault(channel, address);
  if (fault !== null) throw invalidField(["address"], fault);
  if (until !== undefined && Date.parse(until) <= Date.now()) throw invalidField(["until"], "must be in the future");
  const place = { workspaceId: ctx.workspaceId, channel, address };
  const source = ctx.actor.kind === "user" ? "member" : "api";
  const decaysAt = until === undefined ? null : new Date(until);
  await recordSuppression(ctx.database.sql, { ...place, reason, source, detail, decaysAt });
  const entry = await latest(ctx, place, reason);
  await audit(ctx.database.orm, ctx, "suppression.create", entry.id, { channel, reason });
  return entry;
}

/** Ends every open entry of an address; messages are sent there again. */
export async function liftAddress(ctx: Context, { channel, address, reason }: LiftInput): Promise<Suppression> {
  requireRole(ctx, "editor");
  const place = { workspaceId: ctx.workspaceId, channel, address };
  const by = `${ctx.actor.kind}:${ctx.actor.id}`;
  const lifted = await liftSuppression(ctx.database.sql, { ...place, reason: null, by, why: reason });
  if (lifted === 0) throw notFound("suppressed address");
  const entry = await latest(ctx, place, null);
  await audit(ctx.database.orm, ctx, "suppression.lift", entry.id, { channel, reason });
  return entry;
}

type Place = { readonly workspaceId: string; readonly channel: ConsentChannel; readonly address: string };

async function latest(ctx: Context, place: Place, reason: string | null): Promise<Suppression> {
  const rows = await readSuppressionHistory(ctx.database.sql, place);
  const row = rows.find((one) => reason === null || (one.reason === reason && one.liftedAt === null));
  if (row === undefined) throw notFound("suppressed address");
  return viewSuppression(row);
}
