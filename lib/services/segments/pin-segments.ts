import { newId } from "#db";
import { type References, segmentId } from "#engine";
import { audit, type Context, freeKey, isUuid, lockNames, numberFor, slugOf, type Transaction } from "#services";
import { insertSegment, readSegmentReferences } from "#store/segments";
import { readReferences } from "./references.ts";
import { Key } from "./schema.ts";
import { touchRules } from "./touch-rules.ts";

type Wanted = Pick<References, "segments" | "perhapsSegments">;
type Names = Readonly<Record<string, string>>;

/**
 * The ids for names of segments: as pinned before if those segments still exist, else as they resolve now. With
 * `create`, an unknown key becomes an empty segment (R46); an unknown id or number stays unresolved.
 */
export async function pinSegments(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  wanted: Wanted,
  before: Names,
): Promise<{ pins: Record<string, string>; unknown: string[] }> {
  const known = await readReferences(ctx, tx);
  const pins: Record<string, string> = {};
  const meant = (name: string) => segmentId(name, known, before) ?? segmentId(name, known);
  for (const name of [...wanted.segments, ...wanted.perhapsSegments]) {
    const id = meant(name);
    if (id !== null) pins[name] = id;
  }
  const unknown = wanted.segments.filter((name) => pins[name] === undefined && !isUuid(name) && !/^\d+$/.test(name));
  return { pins, unknown };
}

/** The same, and every unknown key is created, in the transaction that freezes the version. */
export async function pinOrCreateSegments(
  ctx: Context,
  tx: Transaction,
  wanted: Wanted,
  before: Names,
): Promise<Record<string, string>> {
  const first = await pinSegments(ctx, tx, wanted, before);
  if (first.unknown.length === 0) return first.pins;
  await lockNames(ctx, tx, "segment");
  // A concurrent publish may have created some meanwhile.
  const { pins, unknown } = await pinSegments(ctx, tx, wanted, before);
  for (const name of unknown) pins[name] = await createEmpty(ctx, tx, name);
  return pins;
}

async function createEmpty(ctx: Context, tx: Transaction, name: string): Promise<string> {
  const rows = await readSegmentReferences(tx, ctx.workspaceId);
  const taken = new Set(rows.map((row) => row.key));
  const key = Key.safeParse(name).success ? name : freeKey(slugOf(name, "segment"), taken);
  const created = await insertSegment(tx, {
    id: newId(),
    workspaceId: ctx.workspaceId,
    number: await numberFor(ctx, tx, "segments"),
    key,
    name,
    kind: "static",
  });
  await touchRules(ctx, tx, created, null);
  await audit(tx, ctx, "segment.create", created.id, { name: created.name, by: "publish" });
  return created.id;
}
