import { ByteCache } from "#caches";
import { IN_PAGE_TYPES } from "#journey";
import type { Context } from "#services";
import { type PageFacts, readPageFacts, readSiteVersions } from "#store/versions";
import type { SiteRules } from "./schema.ts";

/** Rules of one kind that a page gets at most: more would cost every page view. */
const MOST = 200;

/** Documents are large, and a version never changes: each is looked through once. */
const facts = new ByteCache<PageFacts>(8 * 1024 * 1024, (_, { triggers }) => 100 + 2 * JSON.stringify(triggers).length);

/**
 * What pages of a site look for: elements that are clicked on, and addresses. A pattern that a browser would run without
 * a limit is left to the server; its page counts as one that may match.
 */
export async function readSiteRules(ctx: Context, siteId: string | null): Promise<SiteRules> {
  const versions = await readSiteVersions(ctx.database.sql, ctx.workspaceId, siteId);
  const known = await factsOf(
    ctx,
    versions.map(({ id }) => id),
  );
  const live = versions.some(({ id }) => known.get(id)?.shows);
  const triggers = versions.flatMap(({ id, published }) => (published ? (known.get(id)?.triggers ?? []) : []));
  const clicks = new Set<string>();
  const pages = new Map<string, [string, string]>();
  for (const { triggerType, triggerConfig } of triggers) {
    const { selector, matchType = "contains", pattern } = triggerConfig;
    if (triggerType === "ELEMENT_CLICK" && typeof selector === "string") clicks.add(selector);
    if (triggerType !== "URL_MATCH" || typeof pattern !== "string") continue;
    const rule: [string, string] = matchType === "regex" ? ["contains", ""] : [String(matchType), pattern];
    pages.set(rule.join(" "), rule);
  }
  return { live, clicks: [...clicks].slice(0, MOST), pages: [...pages.values()].slice(0, MOST) };
}

async function factsOf({ database }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, PageFacts>> {
  const found = new Map<string, PageFacts>();
  for (const id of ids) {
    const known = facts.get(id);
    if (known) found.set(id, known);
  }
  const unknown = ids.filter((id) => !found.has(id));
  for (const fact of unknown.length > 0 ? await readPageFacts(database.sql, unknown, IN_PAGE_TYPES) : []) {
    facts.set(fact.id, fact);
    found.set(fact.id, fact);
  }
  return found;
}
