import { and, eq, ne } from "drizzle-orm";
import { newId } from "#db";
import {
  audit,
  type Context,
  Findings,
  freeKey,
  invalidField,
  lockNames,
  numberFor,
  requireRole,
  slugOf,
  type Transaction,
} from "#services";
import { schema } from "#store";
import { viewChannel } from "./find-channel.ts";
import type { Channel, NewChannel } from "./schema.ts";

const { channels } = schema;

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
    const [row] = await tx
      .insert(channels)
      .values({ id: newId(), workspaceId: ctx.workspaceId, number, key, name, kind, status })
      .returning();
    if (!row) throw new Error("the insert returned nothing");
    await audit(tx, ctx, "channel.create", row.id, { key });
    return viewChannel(row);
  });
}

async function keyFor(ctx: Context, tx: Transaction, input: NewChannel): Promise<string> {
  if (input.key !== undefined) {
    await requireFreeChannelKey(ctx, tx, input.key, null);
    return input.key;
  }
  const rows = await tx.select({ key: channels.key }).from(channels).where(eq(channels.workspaceId, ctx.workspaceId));
  return freeKey(`ch_${slugOf(input.name, input.kind)}`, new Set(rows.map(({ key }) => key)));
}

/** Refuses a key that another channel of the workspace has. */
export async function requireFreeChannelKey(
  ctx: Context,
  tx: Transaction,
  key: string,
  own: string | null,
): Promise<void> {
  const others = own === null ? undefined : ne(channels.id, own);
  const [other] = await tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.workspaceId, ctx.workspaceId), eq(channels.key, key), others));
  if (other) throw invalidField(["key"], `The key ${key} is taken`);
}
