import { newId } from "#db";
import { blocksPublishing, compile, type Pins } from "#engine";
import type { JourneyDocument } from "#journey";
import { type Context, invalid, type Transaction } from "#services";
import { insertVersion, nextVersionNumber } from "#store/versions";
import { loadCatalog, pinContent } from "../catalog.ts";
import type { Check } from "../check-ahead.ts";
import type { JourneyRow } from "../find-journey.ts";
import { type PlacedProblem, problemError } from "../placed-problem.ts";
import { documentProblems } from "../problems.ts";
import { pinReferences } from "./pin-references.ts";

/** The document and its warnings; throws `invalid` naming the blocking problems. */
export async function requireRunnable(
  ctx: Context,
  tx: Transaction,
  row: JourneyRow,
  draft: JourneyDocument,
  check: Check,
): Promise<{ document: JourneyDocument; warnings: PlacedProblem[] }> {
  const catalog = await loadCatalog(ctx, tx);
  const warnings = await documentProblems(ctx, row, draft, { tx, catalog, check });
  if (blocksPublishing(warnings)) {
    const errors = warnings.filter((problem) => problem.severity === "error");
    throw invalid("This journey cannot be published yet.", errors.map(problemError));
  }
  return { document: pinContent(draft, catalog), warnings };
}

/**
 * Stores a document as the next version, compiled, with its pinned names (`before`: earlier pins); it never changes
 * again.
 */
export async function freezeVersion(
  ctx: Context,
  tx: Transaction,
  journeyId: string,
  document: JourneyDocument,
  before: Pins | null,
): Promise<string> {
  const versionId = newId();
  const pins = await pinReferences(ctx, tx, document, before);
  const program = compile(document, { versionId, journeyId, pins });
  await insertVersion(tx, {
    id: versionId,
    workspaceId: ctx.workspaceId,
    journeyId,
    number: await nextVersionNumber(tx, journeyId),
    document,
    program,
    programFormat: program.format,
    hash: program.hash,
    publishedBy: `${ctx.actor.kind}:${ctx.actor.id}`,
  });
  return versionId;
}
