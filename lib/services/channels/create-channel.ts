import { newId } from "#db";
import {
  audit,
  type Context,
  Findings,
  invalidField,
  lockNames,
  numberFor,
  requireRole,
  slugOf,
  type Transaction,
  takeKey,
} from "#services";
import { insertChannel, isChannelKeyTaken, readChannelKeys } from "#store/channels";
import { viewChannel } from "./find-channel.ts";
import type { Channel, NewChannel } from "./schema.ts";

/** A new channel of the workspace; it is on unless given otherwise. */
export async function createChannel(ctx: Context, input: NewChannel): Promise<Channel> {
  requireRole(ctx, "editor");
  return ctx.database.orm.transaction(async (tx) => {
    await lockNames(ctx, tx, "channel");
    const findings = new Findings();
    const key = await findings.of(() => keyFor(ctx, tx, input));
    const number = await findings.of(() => numberFor(ctx, tx, "channels", input.number));
    findings.throwIfAny();
    if (key === undefined || number === undefined) throw new Error("a finding that was not reported");
    const { name, kind, status = "on" } = input;
    const named = { id: newId(), workspaceId: ctx.workspaceId, number, key };
    const row = await insertChannel(tx, { ...named, name, kind, status });
    await audit(tx, ctx, "channel.create", row.id, { key });
    return viewChannel(row);
  });
}

async function keyFor(ctx: Context, tx: Transaction, input: NewChannel): Promise<string> {
  const taken = new Set(await readChannelKeys(tx, ctx.workspaceId));
  return takeKey(input.key, `ch_${slugOf(input.name, input.kind)}`, taken);
}

/** Refuses a key that another channel of the workspace has. */
export async function requireFreeChannelKey(
  ctx: Context,
  tx: Transaction,
  key: string,
  own: string | null,
): Promise<void> {
  if (await isChannelKeyTaken(tx, ctx.workspaceId, key, own)) throw invalidField(["key"], `The key ${key} is taken`);
}
