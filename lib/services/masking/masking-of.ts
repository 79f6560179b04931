import { type Context, hasRole } from "#services";
import { readSettings } from "#store/workspaces";
import { MaskingSettings } from "./schema.ts";

/** The traits that a caller does not see; at least one. */
export type Masking = { readonly traits: ReadonlySet<string> };

/** What a caller does not see; null: nothing is masked for them. Owners see everything. */
export async function maskingOf({ database, workspaceId, actor }: Context): Promise<Masking | null> {
  if (hasRole(actor, "owner")) return null;
  const { masking } = await readSettings(database.orm, workspaceId);
  if (masking === undefined || masking === null) return null;
  const { traits, upTo } = MaskingSettings.parse(masking);
  if (traits.length === 0 || (upTo === "viewer" && hasRole(actor, "editor"))) return null;
  return { traits: new Set(traits) };
}
