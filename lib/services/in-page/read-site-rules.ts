import { IN_PAGE_TYPES } from "#journey";
import type { Context } from "#services";
import { readPageTriggers, showsInPage } from "#store/versions";
import type { SiteRules } from "./schema.ts";

/** Rules of one kind that a page gets at most: more would cost every page view. */
const MOST = 200;

/**
 * What pages of a site look for: elements that are clicked on, and addresses. A pattern that a browser would run without
 * a limit is left to the server; its page counts as one that may match.
 */
export async function readSiteRules(ctx: Context, siteId: string | null): Promise<SiteRules> {
  const { sql } = ctx.database;
  const [triggers, live] = await Promise.all([
    readPageTriggers(sql, ctx.workspaceId, siteId),
    showsInPage(sql, { workspaceId: ctx.workspaceId, siteId, types: IN_PAGE_TYPES }),
  ]);
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
