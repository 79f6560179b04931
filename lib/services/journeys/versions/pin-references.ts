import { eq } from "drizzle-orm";
import { type Pins, type References, referencesOf } from "#engine";
import type { JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { pinOrCreateSegments, pinSegments } from "#services/segments";
import { schema } from "#store";

const NOTHING: Pins = { segments: {}, journeys: {} };

/** Pins the names of a document; unknown segment keys are created as empty segments (R46). */
export async function pinReferences(
  ctx: Context,
  tx: Transaction,
  document: JourneyDocument,
  before: Pins | null,
): Promise<Pins> {
  const references = referencesOf(document);
  const { segments, journeys } = before ?? NOTHING;
  return {
    segments: await pinOrCreateSegments(ctx, tx, references, segments),
    journeys: await pinJourneys(ctx, tx, references, journeys),
  };
}

/** The same for a trial: nothing is created. */
export async function lookUpReferences(ctx: Context, document: JourneyDocument): Promise<Pins> {
  const references = referencesOf(document);
  const { orm } = ctx.database;
  const { pins } = await pinSegments(ctx, orm, references, {});
  return { segments: pins, journeys: await pinJourneys(ctx, orm, references, {}) };
}

async function pinJourneys(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  { journeys: names }: References,
  before: Pins["journeys"],
): Promise<Record<string, string>> {
  if (names.length === 0) return {};
  const { journeys } = schema;
  const rows = await tx
    .select({ id: journeys.id, key: journeys.key, shortId: journeys.shortId, number: journeys.number })
    .from(journeys)
    .where(eq(journeys.workspaceId, ctx.workspaceId));
  const ids = new Set(rows.map(({ id }) => id));
  const called = (name: string) =>
    rows.find(({ id, key, shortId, number }) => [id, key, shortId, String(number)].includes(name))?.id;
  return Object.fromEntries(
    names.flatMap((name) => {
      const pinned = before[name];
      const id = pinned !== undefined && ids.has(pinned) ? pinned : called(name);
      return id === undefined ? [] : [[name, id]];
    }),
  );
}
