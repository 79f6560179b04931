import { newId } from "#db";
import { blocksPublishing, compile, type Program } from "#engine";
import type { JourneyDocument } from "#journey";
import { type Context, invalid } from "#services";
import { loadCatalog, pinContent } from "./catalog.ts";
import { draftWith } from "./document.ts";
import type { JourneyRow } from "./find-journey.ts";
import type { DraftInput } from "./input.ts";
import { problemError } from "./placed-problem.ts";
import { documentProblems } from "./problems.ts";
import { lookUpReferences } from "./versions/pin-references.ts";

/**
 * The saved draft with the given parts replaced, compiled as for publishing but not stored. Throws `invalid` naming the
 * blocking problems, below `draft` if the request contains the draft.
 */
export async function runnableDraft(
  ctx: Context,
  row: JourneyRow,
  draft: DraftInput,
): Promise<{ document: JourneyDocument; program: Program }> {
  const document = draftWith(row, draft);
  const catalog = await loadCatalog(ctx, ctx.database.orm);
  const problems = await documentProblems(ctx, row, document, { tx: ctx.database.orm, catalog });
  if (blocksPublishing(problems)) {
    const errors = problems.filter((problem) => problem.severity === "error");
    throw invalid(
      "This journey cannot run yet.",
      errors.map((problem) => {
        const error = problemError(problem);
        return draft ? { ...error, pointer: `/draft${error.pointer}` } : error;
      }),
    );
  }
  const pinned = pinContent(document, catalog);
  const pins = await lookUpReferences(ctx, pinned);
  return { document: pinned, program: compile(pinned, { versionId: newId(), journeyId: row.id, pins }) };
}
