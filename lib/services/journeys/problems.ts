import { checkTemplates } from "#content";
import type { Catalog, JourneyDocument, Problem } from "#journey";
import type { Context, Transaction } from "#services";
import { loadCatalog } from "./catalog.ts";
import type { Check } from "./check-ahead.ts";
import { draftOf } from "./document.ts";
import type { JourneyRow } from "./find-journey.ts";
import { holdoutProblems } from "./holdout-problems.ts";
import { lookOver, lookOverOrSaySo } from "./look-over.ts";
import { loopProblems } from "./loop-problems.ts";
import { undeliverable, unseenProblems, usedContent } from "./message-problems.ts";
import { type PlacedProblem, placeProblems } from "./placed-problem.ts";
import { retentionProblems } from "./retention-problems.ts";
import type { JourneyDetail } from "./schema.ts";
import { senderProblems } from "./sender-problems.ts";
import { templateProblems } from "./template-problems.ts";
import { viewJourney } from "./view-journey.ts";

/** How a document is checked; inside a transaction, which must not wait, another check is used. */
export type Looking = {
  readonly tx: Transaction | Context["database"]["orm"];
  readonly catalog: Catalog;
  readonly check?: Check;
};

/** All problems of a document, errors and warnings. */
export async function problemsOf(ctx: Context, row: JourneyRow, document: JourneyDocument): Promise<PlacedProblem[]> {
  const { orm } = ctx.database;
  const check = { sources: checkTemplates, lookOver: lookOverOrSaySo };
  return documentProblems(ctx, row, document, { tx: orm, catalog: await loadCatalog(ctx, orm), check });
}

/** The same with a catalog that is loaded; `row` is the journey that the document is of. */
export async function documentProblems(
  ctx: Context,
  row: JourneyRow,
  document: JourneyDocument,
  { tx, catalog, check = { sources: checkTemplates, lookOver } }: Looking,
): Promise<PlacedProblem[]> {
  const used = await usedContent(tx, document, catalog);
  const problems: Problem[] = [
    ...(await check.lookOver(document, catalog)),
    ...undeliverable(used),
    ...(await templateProblems(used, check.sources)),
    ...(await unseenProblems(ctx, tx, document)),
    ...(await senderProblems(ctx, tx, document)),
    ...(await loopProblems(ctx, tx, row, document)),
    ...holdoutProblems(document, used),
    ...retentionProblems(document),
  ];
  return placeProblems(problems, document);
}

/** The answer to a save. */
export async function savedJourney(
  ctx: Context,
  row: JourneyRow,
): Promise<{ data: JourneyDetail; warnings: PlacedProblem[] }> {
  const [data, warnings] = await Promise.all([viewJourney(ctx, row), problemsOf(ctx, row, draftOf(row))]);
  return { data, warnings };
}
