import { checkTemplateHere, checkTemplates, type TemplateVerdict } from "#content";
import { findProblems } from "#engine";
import type { Catalog, JourneyDocument } from "#journey";
import type { Context } from "#services";
import { loadCatalog } from "./catalog.ts";
import { type LookOver, lookOver } from "./look-over.ts";
import { usedContent } from "./message-problems.ts";
import { type CheckSources, templateProblems } from "./template-problems.ts";

/** The checks of a document: templates, and all others. */
export type Check = { readonly sources: CheckSources; readonly lookOver: LookOver };

/** The result, without waiting. */
export const checkKnown: Check = {
  sources: async (sources) => sources.map(checkTemplateHere),
  lookOver: findProblems,
};

/**
 * Checks a document before the transaction that publishes it: a check may wait for a thread, and the transaction would
 * keep the journey locked meanwhile. Inside the transaction, the result is available without waiting.
 */
export async function checkAhead(ctx: Context, document: JourneyDocument): Promise<Check> {
  const { orm } = ctx.database;
  const catalog = await loadCatalog(ctx, orm);
  const known = new Map<string, TemplateVerdict>();
  const used = await usedContent(orm, document, catalog);
  await templateProblems(used, async (sources) => {
    const verdicts = await checkTemplates(sources);
    for (const [at, source] of sources.entries()) known.set(source, verdicts[at]);
    return verdicts;
  });
  const problems = await lookOver(document, catalog);
  const asked = textOf(document, catalog);
  return {
    sources: async (sources) =>
      sources.map((source) => (known.has(source) ? known.get(source) : checkTemplateHere(source))),
    // The draft may have been saved in between.
    lookOver: (now, nowKnown) => (textOf(now, nowKnown) === asked ? problems : findProblems(now, nowKnown)),
  };
}

const textOf = (
  document: JourneyDocument,
  { content, segments, events, journeys, campaigns, channels, ownChannels, endpoints }: Catalog,
): string =>
  JSON.stringify([
    document,
    [...(content?.entries() ?? [])].sort(),
    [...(ownChannels?.entries() ?? [])].sort(),
    ...[segments, events, journeys, campaigns, channels, endpoints].map((names) => [...(names ?? [])].sort()),
  ]);
