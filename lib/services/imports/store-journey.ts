import { newId } from "#db";
import { mergeImport, type Product, type ImportedJourney as Read, same, toDocument } from "#importers";
import { canvasOf, type JourneyDocument, withoutLostSteps } from "#journey";
import { audit, type Context, type Transaction } from "#services";
import type { WithOutside } from "#services/content";
import { draftChange, draftOf, insertJourney, type JourneyRow, lockJourney, updateRow } from "#services/journeys";
import { insertJourneyImport, lockJourneyImport, updateJourneyImport } from "#store/journey-imports";
import type { JourneyImportEntry } from "./schema.ts";
import { storeContents } from "./store-contents.ts";
import { storeSegments } from "./store-segments.ts";

const LONGEST_ID = 255;

type Origin = { readonly product: Product; readonly siteId: string };

/** Creates a journey of a file as a draft, or brings the file into the draft of the last import. */
export async function storeJourney(
  ctx: WithOutside,
  tx: Transaction,
  given: Read,
  { product, siteId }: Origin,
): Promise<JourneyImportEntry> {
  const read = { ...given, foreignId: given.foreignId.slice(0, LONGEST_ID) };
  const last = await lockJourneyImport(tx, { workspaceId: ctx.workspaceId, product, foreignId: read.foreignId });
  const row = last === undefined ? undefined : await lockJourney(ctx, tx, last.journeyId);
  if (row?.status === "archived") return { ...answerOf(read), ...skippedAs(row) };
  const segments = await storeSegments(ctx, tx, read.segments);
  const { messages, contents, kept } = await storeContents(ctx, tx, read.contents, last?.messages ?? {});
  const ids: Record<string, string> = { ...last?.ids };
  const idOf = (key: string) => {
    ids[key] ??= newId();
    return ids[key];
  };
  const document = toDocument(read, { idOf, contentIdOf: (key) => messages[key]?.id ?? null });
  const stored = { document, ids, messages, report: read.report, importedBy: `${ctx.actor.kind}:${ctx.actor.id}` };
  if (last === undefined || row === undefined) {
    const journeyId = await create(ctx, tx, read, document, siteId);
    const own = { workspaceId: ctx.workspaceId, journeyId, product, foreignId: read.foreignId };
    await insertJourneyImport(tx, { ...stored, ...own });
    return { ...answerOf(read), status: "created", journeyId, segments, contents };
  }
  const merged = mergeImport(last.document, draftOf(row), document);
  const isChanged = await update(ctx, tx, row, merged.document);
  await updateJourneyImport(tx, last.id, stored);
  const status = isChanged || contents.some((content) => content.status !== "unchanged") ? "updated" : "unchanged";
  const all = [...merged.kept, ...kept];
  return { ...answerOf(read), status, journeyId: row.id, segments, contents, kept: all };
}

async function create(
  ctx: Context,
  tx: Transaction,
  read: Read,
  document: JourneyDocument,
  siteId: string,
): Promise<string> {
  const { nodes, edges, settings, goalConfig } = document;
  const row = await insertJourney(ctx, tx, {
    name: read.name.slice(0, 255),
    siteId,
    description: read.description?.slice(0, 10_000) ?? null,
    settings,
    goalConfig,
    canvas: { nodes, edges },
  });
  return row.id;
}

/** Whether the draft changed. */
async function update(ctx: Context, tx: Transaction, row: JourneyRow, merged: JourneyDocument): Promise<boolean> {
  const before = draftOf(row);
  if (same(before, merged)) return false;
  const { nodes, edges, settings, goalConfig } = merged;
  const annotations = [...withoutLostSteps(before.annotations ?? [], nodes)];
  const change = { canvas: canvasOf({ nodes: [...nodes], edges: [...edges], annotations }), settings, goalConfig };
  const after = await updateRow(tx, row.id, { ...change, revision: row.revision + 1 });
  await audit(tx, ctx, "journey.import", row.id, { ...draftChange(after.revision, before, draftOf(after)) });
  return true;
}

function answerOf({ foreignId, name, report, unnamed }: Read): JourneyImportEntry {
  const count = (level: string) => report.filter((entry) => entry.subject === "step" && entry.level === level).length;
  return {
    foreignId,
    name,
    status: "unchanged",
    journeyId: null,
    message: null,
    counts: {
      takenOver: count("taken_over"),
      approximated: count("approximated"),
      leftOut: count("left_out"),
      unfinished: report.filter(({ unfinished }) => unfinished).length,
    },
    report: report.map((entry) => ({ ...entry, nodes: [...entry.nodes] })),
    kept: [],
    segments: [],
    contents: [],
    unnamed: [...unnamed],
  };
}

const skippedAs = ({ id, name }: JourneyRow) => ({
  status: "skipped" as const,
  journeyId: id,
  message: `“${name}” is archived here. Restore it, or delete it to import the journey as a new one.`,
});
