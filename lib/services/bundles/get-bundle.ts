import { dialects, type JourneyDraft } from "#dialects";
import { referencesOf } from "#engine";
import type { JourneyDocument, JsonObject } from "#journey";
import { type Context, type FieldError, fieldError, invalid, requireRole } from "#services";
import { findJourney, writtenDraft } from "#services/journeys";
import { readItems } from "#store/content";
import { type FlowRow, readFlowRows } from "#store/decision-flows";
import { type OfferRow, readOfferRows } from "#store/offers";
import { readSegmentRows, type SegmentRow } from "#store/segments";
import { type Keys, type Names, withKeys } from "./names.ts";
import { portableContent, portableFlow, portableOffer, portableSegment } from "./portable.ts";
import { readNames } from "./read-names.ts";
import type { Bundle } from "./schema.ts";

/** The draft of a journey with everything that it needs. Refuses what a name in another workspace could not mean. */
export async function getBundle(ctx: Context, reference: string): Promise<Bundle> {
  requireRole(ctx, "viewer");
  const { orm } = ctx.database;
  const row = await findJourney(ctx, reference);
  const names = await readNames(ctx, orm);
  const draft = keyed(writtenDraft(row), names);
  const { document } = draft;
  const flows = pick(await readFlowRows(orm, ctx.workspaceId), referencesOf(document).decisionFlows);
  const offers = offersOf(flows, await readOfferRows(orm, ctx.workspaceId));
  const segments = await readSegmentsOf(ctx, [asRules(document), ...offers, ...flows], document.audienceId, names);
  const content = await readContentOf(ctx, document, offers, names);
  const rows = [...offers, ...flows, ...segments].map((one) => ({ ...one, rules: withKeys(one.rules, names) }));
  const errors = unclear([asRules(document), ...rows], names);
  if (errors.length > 0) throw invalid("This journey cannot be taken to another workspace as it is.", errors);
  const native = dialects.find(({ key }) => key === "native");
  return {
    ...{ format: "sojourn-bundle", version: 1, key: row.key },
    journey: native?.write(draft).foreign,
    segments: segments.map((one) => portableSegment(one, names)),
    content: content.map(portableContent),
    offers: offers.map((one) => portableOffer(one, names)),
    decisionFlows: flows.map((one) => portableFlow(one, names)),
    needs: needsOf(document, row.key, names),
  };
}

/** The draft with keys in place of every other name. */
function keyed({ document, ...draft }: JourneyDraft, names: Names): JourneyDraft {
  const { audienceId, nodes, edges, settings } = document;
  const inKeys = (value: JsonObject) => withKeys(value, names) as JsonObject;
  return {
    ...draft,
    document: {
      ...document,
      nodes: nodes.map((node) => ({
        ...node,
        config: { ...inKeys(node.config), ...surveyIn(node.config, names) },
        contentId: node.contentId === null ? null : (names.content.get(node.contentId) ?? node.contentId),
      })),
      edges: edges.map((edge) => ({ ...edge, trigger: withKeys(edge.trigger, names) as typeof edge.trigger })),
      settings: inKeys(settings),
      audienceId: audienceId === null ? null : (names.segments.get(audienceId) ?? audienceId),
    },
  };
}

/** The survey whose link a message has. */
const surveyIn = ({ surveySlug }: JsonObject, { content }: Names) =>
  typeof surveySlug === "string" ? { surveySlug: content.get(surveySlug) ?? surveySlug } : {};

type Ruled = { readonly rules?: unknown; readonly expression?: unknown; readonly score?: unknown };
type Named = { readonly key: string };

const pick = <Row extends Named>(rows: readonly Row[], keys: readonly string[]): Row[] =>
  rows.filter(({ key }) => keys.includes(key));

/** A flow without offers takes all that are not archived. */
function offersOf(flows: readonly FlowRow[], all: readonly OfferRow[]): OfferRow[] {
  const present = all.filter(({ archivedAt }) => archivedAt === null);
  if (flows.some(({ offerIds }) => offerIds === null)) return present;
  const ids = new Set(flows.flatMap(({ offerIds }) => offerIds ?? []));
  return present.filter(({ id }) => ids.has(id));
}

/** The segments of a document by the names in it, with those that its segments refer to. */
async function readSegmentsOf(
  ctx: Context,
  all: readonly Ruled[],
  audience: string | null,
  names: Names,
): Promise<SegmentRow[]> {
  const known = await readSegmentRows(ctx.database.orm, ctx.workspaceId, idsIn(names.segments));
  const wanted = new Set(audience === null ? [] : [audience]);
  for (let next: readonly Ruled[] = all; next.length > 0; ) {
    const fresh = next.flatMap((one) => segmentsIn(one, names)).filter((key) => !wanted.has(key));
    for (const key of fresh) wanted.add(key);
    next = known.filter(({ key }) => fresh.includes(key));
  }
  return pick(known, [...wanted]).sort((one, other) => (one.key < other.key ? -1 : 1));
}

const UUID = /^[0-9a-f]{8}-/;
const idsIn = (keys: Keys): string[] => [...keys.keys()].filter((name) => UUID.test(name));

/** The keys of the segments that rules and expressions name. */
function segmentsIn(ruled: Ruled, names: Names): string[] {
  const { segments, perhapsSegments } = namesIn(ruled);
  return [...segments, ...perhapsSegments].flatMap((name) => names.segments.get(name) ?? []);
}

/** References are found in documents, so rules are looked at as those of one. */
function namesIn({ rules, expression, score }: Ruled) {
  const conditions = [rules, { expression }, { expression: score }].map((one) => ({ rules: one }));
  return referencesOf({ nodes: [], edges: [], settings: { exitConditions: conditions } });
}

/** A document as something that has rules. */
const asRules = ({ nodes, edges, settings }: JourneyDocument): Ruled => ({
  rules: { nodes: nodes.map(({ config }) => config), triggers: edges.map(({ trigger }) => trigger), settings },
});

async function readContentOf(ctx: Context, { nodes }: JourneyDocument, offers: readonly OfferRow[], names: Names) {
  const keys = new Set([
    ...nodes.flatMap(({ contentId }) => contentId ?? []),
    ...nodes.flatMap(({ config: { surveySlug } }) => (typeof surveySlug === "string" ? [surveySlug] : [])),
    ...offers.flatMap(({ contentId }) => (contentId === null ? [] : (names.content.get(contentId) ?? []))),
  ]);
  const ids = idsIn(names.content).filter((id) => keys.has(names.content.get(id) ?? ""));
  const items = await readItems(ctx.database.orm, ctx.workspaceId, ids);
  return items.filter(({ archivedAt }) => archivedAt === null).sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

function needsOf(document: JourneyDocument, own: string, { channels }: Names): Bundle["needs"] {
  const { journeys, campaigns } = referencesOf(document);
  const used = document.nodes.flatMap(({ config: { channelId } }) => channels.get(String(channelId)) ?? []);
  return { journeys: journeys.filter((key) => key !== own), campaigns: [...campaigns], channels: [...new Set(used)] };
}

/** Ids and numbers in expressions, which mean another thing elsewhere; in rules they were replaced by keys before. */
function unclear(all: readonly Ruled[], { segments }: Names): FieldError[] {
  const written = new Set(all.flatMap((one) => namesIn(one).segments));
  return [...written].flatMap((name) => {
    const key = segments.get(name);
    const message = `An expression names the segment ${key} as ${JSON.stringify(name)}; write its key`;
    return key === undefined || key === name ? [] : [fieldError([], message)];
  });
}
