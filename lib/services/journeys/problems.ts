import { findProblems } from "#engine";
import type { Catalog, JourneyDocument, Problem } from "#journey";
import type { Context, Transaction } from "#services";
import { loadCatalog } from "./catalog.ts";
import { draftOf } from "./document.ts";
import type { JourneyRow } from "./find-journey.ts";
import { loopProblems } from "./loop-problems.ts";
import { senderProblems, undeliverable, unseenProblems, usedContent } from "./message-problems.ts";
import { type PlacedProblem, placeProblems } from "./placed-problem.ts";
import { retentionProblems } from "./retention-problems.ts";
import type { JourneyDetail } from "./schema.ts";
import { type CheckSources, templateProblems } from "./template-problems.ts";
import { viewJourney } from "./view-journey.ts";

/** How a document is looked over: inside of a transaction, which must not wait, templates are checked in another way. */
export type Looking = {
  readonly tx: Transaction | Context["database"]["orm"];
  readonly catalog: Catalog;
  readonly check?: CheckSources;
};

/** Everything wrong with a document, errors and warnings. */
export async function problemsOf(ctx: Context, row: JourneyRow, document: JourneyDocument): Promise<PlacedProblem[]> {
  const { orm } = ctx.database;
  return documentProblems(ctx, row, document, { tx: orm, catalog: await loadCatalog(ctx, orm) });
}

/** The same with a catalog that is loaded; `row` is the journey that the document is of. */
export async function documentProblems(
  ctx: Context,
  row: JourneyRow,
  document: JourneyDocument,
  { tx, catalog, check }: Looking,
): Promise<PlacedProblem[]> {
  const used = await usedContent(tx, document, catalog);
  const problems: Problem[] = [
    ...findProblems(document, catalog),
    ...undeliverable(used),
    ...senderProblems(document),
    ...(await templateProblems(used, check)),
    ...(await unseenProblems(ctx, tx, document)),
    ...(await loopProblems(ctx, tx, row, document)),
    ...retentionProblems(document),
  ];
  return placeProblems(problems, document);
}

/** What a save answers. */
export async function savedJourney(
  ctx: Context,
  row: JourneyRow,
): Promise<{ data: JourneyDetail; warnings: PlacedProblem[] }> {
  const [data, warnings] = await Promise.all([viewJourney(ctx, row), problemsOf(ctx, row, draftOf(row))]);
  return { data, warnings };
}
