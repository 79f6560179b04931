import { blocksPublishing } from "#engine";
import type { JourneyDocument } from "#journey";
import { type Context, invalid } from "#services";
import { loadCatalog } from "./catalog.ts";
import type { JourneyRow } from "./find-journey.ts";
import { problemError } from "./placed-problem.ts";
import { documentProblems } from "./problems.ts";

/** Throws `invalid` naming what blocks publishing a document that no journey has yet. */
export async function requireDocumentRuns(ctx: Context, document: JourneyDocument): Promise<void> {
  const { orm } = ctx.database;
  // No other journey leads into one that does not exist.
  const row = { id: "", key: "", shortId: "", number: 0, name: "" } as JourneyRow;
  const problems = await documentProblems(ctx, row, document, { tx: orm, catalog: await loadCatalog(ctx, orm) });
  if (!blocksPublishing(problems)) return;
  const errors = problems.filter(({ severity }) => severity === "error").map(problemError);
  throw invalid("This journey cannot run.", errors);
}
