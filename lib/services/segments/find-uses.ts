import { referencesIn, referencesOf, segmentId } from "#engine";
import type { Context, Transaction } from "#services";
import { sayDocuments } from "#services/configuration";
import { readFlowRules } from "#store/decision-flows";
import { readOfferRules } from "#store/offers";
import type { SegmentRow } from "#store/segments";
import { type DocumentInUse, documentsInUse } from "#store/versions";
import { readReferences } from "./references.ts";

/**
 * The uses of a segment: drafts, versions that people can enter or are on, and rules of other segments, of offers and of
 * decision flows (R46).
 */
export type Uses = {
  readonly documents: DocumentInUse[];
  readonly segments: { id: string; name: string }[];
  readonly decisions: { id: string; name: string; kind: "offer" | "decision flow" }[];
};

/** `called` limits it to uses by this one name, which no version has pinned. */
export async function findUses(ctx: Context, tx: Transaction, row: SegmentRow, called?: string): Promise<Uses> {
  const [documents, known, decisions] = await Promise.all([
    documentsInUse(tx, ctx.workspaceId),
    readReferences(ctx, tx),
    readDecisionRules(ctx, tx),
  ]);
  const means = (reference: string) =>
    (called === undefined || reference === called) && segmentId(reference, known) === row.id;
  return {
    documents: documents.filter((one) => isAbout(one, row.id, means, called !== undefined)),
    segments: [...known.values()].filter(({ id, rules }) => id !== row.id && referencesIn(rules).some(means)),
    decisions: decisions.filter(({ rules, expression }) => namedBy({ rules, expression }).some(means)),
  };
}

type DecisionRules = { readonly rules: unknown; readonly expression: string | null };

/** Offers and flows read segments in rules and in expressions, as the nodes of a journey do. */
function namedBy(config: DecisionRules): readonly string[] {
  const node = { id: "", type: "CONDITION" as const, name: "", config, position: { x: 0, y: 0 }, contentId: null };
  const { segments, perhapsSegments } = referencesOf({ nodes: [node], edges: [], settings: {} });
  return [...segments, ...perhapsSegments];
}

async function readDecisionRules(ctx: Context, tx: Transaction) {
  const [ofOffers, ofFlows] = await Promise.all([
    readOfferRules(tx, ctx.workspaceId),
    readFlowRules(tx, ctx.workspaceId),
  ]);
  return [
    ...ofOffers.map((row) => ({ ...row, kind: "offer" as const })),
    ...ofFlows.map((row) => ({ ...row, kind: "decision flow" as const })),
  ];
}

function isAbout(
  { document, pins }: DocumentInUse,
  id: string,
  means: (reference: string) => boolean,
  byName: boolean,
): boolean {
  if (!byName && document.audienceId === id) return true;
  if (pins !== null) return !byName && Object.values(pins.segments).includes(id);
  const { segments, perhapsSegments } = referencesOf(document);
  return [...segments, ...perhapsSegments].some(means);
}

/** `the draft of Welcome, version 2 of Welcome, the segment Fans`; empty when nothing uses it. */
export const sayUses = ({ documents, segments, decisions }: Uses): string =>
  [
    ...sayDocuments(documents),
    ...segments.map(({ name }) => `the segment ${name}`),
    ...decisions.map(({ name, kind }) => `the ${kind} ${name}`),
  ].join(", ");
