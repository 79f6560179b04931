import { checkTemplateHere, checkTemplates, type TemplateVerdict } from "#content";
import type { JourneyDocument } from "#journey";
import type { Context } from "#services";
import { loadCatalog } from "./catalog.ts";
import { usedContent } from "./message-problems.ts";
import { type CheckSources, templateProblems } from "./template-problems.ts";

/** What can be told without waiting. */
export const checkKnown: CheckSources = async (sources) => sources.map(checkTemplateHere);

/**
 * Checks a document's templates before the transaction that publishes it: one may have to wait for a thread, and the
 * transaction would keep the journey locked meanwhile. The answer tells the same inside of it without waiting.
 */
export async function checkAhead(ctx: Context, document: JourneyDocument): Promise<CheckSources> {
  const { orm } = ctx.database;
  const known = new Map<string, TemplateVerdict>();
  const used = await usedContent(orm, document, await loadCatalog(ctx, orm));
  await templateProblems(used, async (sources) => {
    const verdicts = await checkTemplates(sources);
    for (const [at, source] of sources.entries()) known.set(source, verdicts[at]);
    return verdicts;
  });
  return async (sources) =>
    sources.map((source) => (known.has(source) ? known.get(source) : checkTemplateHere(source)));
}
