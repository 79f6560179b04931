import { findProblems } from "#engine";
import type { Catalog, JourneyDocument, Problem } from "#journey";
import type { Context, Transaction } from "#services";
import { loadCatalog } from "./catalog.ts";
import { draftOf } from "./document.ts";
import type { JourneyRow } from "./find-journey.ts";
import { type PlacedProblem, placeProblems } from "./placed-problem.ts";
import { retentionProblems } from "./retention-problems.ts";
import type { JourneyDetail } from "./schema.ts";
import { type CheckSources, templateProblems } from "./template-problems.ts";
import { viewJourney } from "./view-journey.ts";

/** Everything wrong with a document, errors and warnings. */
export async function problemsOf(ctx: Context, document: JourneyDocument): Promise<PlacedProblem[]> {
  return documentProblems(ctx.database.orm, document, await loadCatalog(ctx, ctx.database.orm));
}

/** The same with a catalog that is loaded, and another way to check templates inside of a transaction, which must not wait. */
export async function documentProblems(
  tx: Transaction | Context["database"]["orm"],
  document: JourneyDocument,
  catalog: Catalog,
  check?: CheckSources,
): Promise<PlacedProblem[]> {
  const templates = await templateProblems(tx, document, catalog, check);
  const problems: Problem[] = [...findProblems(document, catalog), ...templates, ...retentionProblems(document)];
  return placeProblems(problems, document);
}

/** What a save answers. */
export async function savedJourney(
  ctx: Context,
  row: JourneyRow,
): Promise<{ data: JourneyDetail; warnings: PlacedProblem[] }> {
  const [data, warnings] = await Promise.all([viewJourney(ctx, row), problemsOf(ctx, draftOf(row))]);
  return { data, warnings };
}
