import { newId, wakeEngine } from "#db";
import {
  audit,
  type Context,
  freeKey,
  invalidField,
  lockNames,
  numberFor,
  requireRole,
  slugOf,
  type Transaction,
} from "#services";
import { insertSegment, readSegmentReferences } from "#store/segments";
import type { NewSegment, Segment } from "./schema.ts";
import { takeFormerKey } from "./take-key.ts";
import { touchRules } from "./touch-rules.ts";
import { viewSegment } from "./view-segment.ts";

/** Creates a static segment or one by rules; rules are evaluated in the background. */
export async function createSegment(ctx: Context, input: NewSegment): Promise<Segment> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction((tx) => addSegment(ctx, tx, input));
  wakeEngine();
  return viewSegment(ctx, row);
}

/** The same in the caller's transaction, whose role was checked and who wakes the engine. */
export async function addSegment(ctx: Context, tx: Transaction, input: NewSegment) {
  const key = await keyFor(ctx, tx, input);
  const created = await insertSegment(tx, {
    id: newId(),
    workspaceId: ctx.workspaceId,
    number: await numberFor(ctx, tx, "segments", input.number),
    key,
    name: input.name,
    description: input.description ?? null,
    kind: input.rules ? "rules" : "static",
    rules: input.rules ?? null,
  });
  await touchRules(ctx, tx, created, null);
  await audit(tx, ctx, "segment.create", created.id, { name: created.name });
  return created;
}

async function keyFor(ctx: Context, tx: Transaction, input: NewSegment): Promise<string> {
  await lockNames(ctx, tx, "segment");
  const rows = await readSegmentReferences(tx, ctx.workspaceId);
  const taken = new Set(rows.map((row) => row.key));
  if (input.key === undefined)
    return freeKey(slugOf(input.name, "segment"), new Set([...taken, ...rows.flatMap((row) => row.formerKeys)]));
  if (taken.has(input.key)) throw invalidField(["key"], `The key ${input.key} is taken`);
  await takeFormerKey(ctx, tx, input.key, null);
  return input.key;
}
