import { ByteCache } from "#caches";
import type { Context } from "#services";
import { readMoment } from "#store/engine-config";
import { readSiteRules } from "./read-site-rules.ts";
import type { SiteRules } from "./schema.ts";

const FRESH_MS = 250;
type Kept = { readonly revision: number; readonly checkedAt: number; readonly rules: SiteRules };
const kept = new ByteCache<Kept>(8 * 1024 * 1024, (_, { rules }) => 2 * JSON.stringify(rules).length);

/** The rules of a site; read again only after the configuration has changed, and looked for four times a second at most. */
export async function siteRulesOf(ctx: Context, siteId: string | null): Promise<SiteRules> {
  const name = `${ctx.workspaceId} ${siteId}`;
  const known = kept.get(name);
  const checkedAt = performance.now();
  if (known && checkedAt - known.checkedAt < FRESH_MS) return known.rules;
  const { revision } = await readMoment(ctx.database.sql);
  const rules = known?.revision === revision ? known.rules : await readSiteRules(ctx, siteId);
  kept.set(name, { revision, checkedAt, rules });
  return rules;
}
