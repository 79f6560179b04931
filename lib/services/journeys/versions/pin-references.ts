import { type Pins, type References, referencesOf } from "#engine";
import type { JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { pinDecisionFlows } from "#services/decision-flows";
import { pinOrCreateSegments, pinSegments } from "#services/segments";
import { readCampaignNames } from "#store/campaigns";
import { readJourneyNames } from "#store/journeys";

const NOTHING: Pins = { segments: {}, journeys: {}, campaigns: {} };

/** Pins the names of a document; unknown segment keys are created as empty segments (R46). */
export async function pinReferences(
  ctx: Context,
  tx: Transaction,
  document: JourneyDocument,
  before: Pins | null,
): Promise<Pins> {
  const references = referencesOf(document);
  const { segments, journeys, campaigns = {}, decisionFlows = {} } = before ?? NOTHING;
  return {
    ...(await pinDecisions(ctx, tx, references, decisionFlows)),
    segments: await pinOrCreateSegments(ctx, tx, references, segments),
    journeys: await pinJourneys(ctx, tx, references, journeys),
    campaigns: await pinCampaigns(ctx, tx, references, campaigns),
  };
}

/** The same for a trial: nothing is created. */
export async function lookUpReferences(ctx: Context, document: JourneyDocument): Promise<Pins> {
  const references = referencesOf(document);
  const { orm } = ctx.database;
  const { pins } = await pinSegments(ctx, orm, references, {});
  return {
    ...(await pinDecisions(ctx, orm, references, {})),
    segments: pins,
    journeys: await pinJourneys(ctx, orm, references, {}),
    campaigns: await pinCampaigns(ctx, orm, references, {}),
  };
}

type Names = Readonly<Record<string, string>>;
type Named = { readonly id: string; readonly names: readonly string[] };

async function pinCampaigns(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  { campaigns: wanted }: References,
  before: Names,
): Promise<Record<string, string>> {
  if (wanted.length === 0) return {};
  const rows = await readCampaignNames(tx, ctx.workspaceId);
  return pinned(
    wanted,
    before,
    rows.map((row) => ({ id: row.id, names: [row.id, row.key, String(row.number)] })),
  );
}

/** As pinned before if that still exists, else as the names are now; unknown names are left out. */
function pinned(wanted: readonly string[], before: Names, known: readonly Named[]): Record<string, string> {
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const kept = known.find(({ id }) => id === before[name]);
      const found = kept ?? known.find(({ names }) => names.includes(name));
      return found === undefined ? [] : [[name, found.id]];
    }),
  );
}

/** Absent without decisions, so that other programs stay as they are. */
async function pinDecisions(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  { decisionFlows: names }: References,
  before: Readonly<Record<string, string>>,
): Promise<Pick<Pins, "decisionFlows">> {
  return names.length === 0 ? {} : { decisionFlows: await pinDecisionFlows(ctx, tx, names, before) };
}

async function pinJourneys(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  { journeys: names }: References,
  before: Pins["journeys"],
): Promise<Record<string, string>> {
  if (names.length === 0) return {};
  const rows = await readJourneyNames(tx, ctx.workspaceId);
  return pinned(
    names,
    before,
    rows.map(({ id, key, shortId, number }) => ({ id, names: [id, key, shortId, String(number)] })),
  );
}
