import { wakeEngine } from "#db";
import { audit, type Context, changesOf, invalidField, lockNames, requireRole, type Transaction } from "#services";
import { readSegmentReferences, type SegmentRow, updateSegmentRow } from "#store/segments";
import { lockSegment } from "./find-segment.ts";
import type { Segment, SegmentPatch } from "./schema.ts";
import { takeFormerKey } from "./take-key.ts";
import { touchRules } from "./touch-rules.ts";
import { viewSegment } from "./view-segment.ts";

/** Changes a segment; changed rules are built again. */
export async function updateSegment(ctx: Context, reference: string, patch: SegmentPatch): Promise<Segment> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction((tx) => changeSegment(ctx, tx, reference, patch));
  wakeEngine();
  return viewSegment(ctx, row);
}

/** The same in the caller's transaction, whose role was checked and who wakes the engine. */
export async function changeSegment(
  ctx: Context,
  tx: Transaction,
  reference: string,
  patch: SegmentPatch,
): Promise<SegmentRow> {
  const before = await lockSegment(ctx, tx, reference);
  requireSuitableRules(before, patch);
  await requireFreeKey(ctx, tx, before, patch.key);
  const rules = patch.rules ? { rules: patch.rules, revision: before.revision + 1 } : {};
  const after = await updateSegmentRow(tx, before.id, {
    ...(patch.name === undefined ? {} : { name: patch.name }),
    ...(patch.key === undefined ? {} : { key: patch.key, formerKeys: formerKeysOf(before, patch.key) }),
    ...(patch.description === undefined ? {} : { description: patch.description }),
    ...rules,
  });
  if (patch.rules || patch.key) await touchRules(ctx, tx, after, before);
  await audit(tx, ctx, "segment.update", before.id, { changes: changesOf(before, after, Object.keys(patch)) });
  return after;
}

function requireSuitableRules(row: SegmentRow, patch: SegmentPatch): void {
  if (patch.rules && row.kind === "static") throw invalidField(["rules"], "A static segment has no rules");
  if (patch.rules === null && row.kind === "rules") throw invalidField(["rules"], "A segment by rules needs rules");
}

async function requireFreeKey(ctx: Context, tx: Transaction, row: SegmentRow, key: string | undefined): Promise<void> {
  if (key === undefined) return;
  await lockNames(ctx, tx, "segment");
  const known = await readSegmentReferences(tx, ctx.workspaceId);
  if (known.some((other) => other.key === key && other.id !== row.id))
    throw invalidField(["key"], `The key ${key} is taken`);
  await takeFormerKey(ctx, tx, key, row.id);
}

/** References by its present key stay valid (R46). */
function formerKeysOf({ key: before, formerKeys }: SegmentRow, key: string): string[] {
  const former = formerKeys.filter((one) => one !== key);
  return before === key ? former : [...former, before];
}
