import { wakeEngine } from "#db";
import { type Import, readImport } from "#importers";
import { audit, type Context, invalid, invalidField, requireRole, type Transaction } from "#services";
import { withOutside } from "#services/content";
import { readFirstSite, readSite } from "#store/sites";
import type { ImportInput, JourneyImport, JourneyImportEntry } from "./schema.ts";
import { storeJourney } from "./store-journey.ts";

const PEOPLE =
  "People who are in these journeys there are not imported: everyone who enters here starts at the beginning.";

type Journeys = Extract<Import, { journeys: unknown }>;

/** Ends the transaction of a dry run, so that it does exactly what an import does and leaves nothing. */
class DryRun extends Error {
  readonly journeys: readonly JourneyImportEntry[];

  constructor(journeys: readonly JourneyImportEntry[]) {
    super("a dry run");
    this.journeys = journeys;
  }
}

/** Imports all journeys of a file of another product in one transaction: either all of them, or nothing. */
export async function importJourneys(ctx: Context, input: ImportInput): Promise<JourneyImport> {
  requireRole(ctx, "editor");
  const { file, product, dryRun = false, names } = input;
  const text = typeof file === "string" ? file : JSON.stringify(file);
  const read = readImport({ text, ...(product ? { product } : {}), ...(names ? { names } : {}) });
  if ("problems" in read) throw refusal(read.problems);
  const journeys = await storeAll(ctx, read, input.siteId, dryRun);
  if (!dryRun) wakeEngine();
  return { product: read.product, dryRun, journeys: [...journeys], skipped: [...read.skipped], people: PEOPLE };
}

async function storeAll(ctx: Context, read: Journeys, siteId: string | undefined, dryRun: boolean) {
  try {
    return await withOutside(ctx, async (inside, tx) => {
      const origin = { product: read.product, siteId: await findSite(ctx, tx, siteId) };
      const stored: JourneyImportEntry[] = [];
      for (const journey of read.journeys) stored.push(await storeJourney(inside, tx, journey, origin));
      if (dryRun) throw new DryRun(stored);
      await audit(tx, ctx, "journeys.import", ctx.workspaceId, { product: read.product, journeys: stored.length });
      return stored;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.journeys.map(withoutNewIds);
    throw error;
  }
}

/** Ids of what a dry run created lead nowhere. */
function withoutNewIds(journey: JourneyImportEntry): JourneyImportEntry {
  const contents = journey.contents.map((content) =>
    content.status === "created" ? { ...content, id: null } : content,
  );
  return { ...journey, contents, journeyId: journey.status === "created" ? null : journey.journeyId };
}

async function findSite(ctx: Context, tx: Transaction, siteId: string | undefined): Promise<string> {
  const { workspaceId } = ctx;
  const found = siteId === undefined ? await readFirstSite(tx, workspaceId) : await readSite(tx, workspaceId, siteId);
  if (!found)
    throw invalidField(["siteId"], siteId === undefined ? "The workspace has no site" : `There is no site ${siteId}`);
  return found.id;
}

/** The problems of a file, each with its place inside the field `file`. */
function refusal(problems: readonly { readonly pointer: string; readonly message: string }[]) {
  const errors = problems.map(({ pointer, message }) => ({
    pointer: `/file${pointer}`,
    field: `file${pointer.replaceAll("/", ".")}`,
    message,
  }));
  return invalid(problems[0]?.message ?? "The file cannot be imported.", errors.slice(0, 100));
}
