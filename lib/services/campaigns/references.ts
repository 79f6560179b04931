import { type Context, invalidField, ServiceError } from "#services";
import { getContent } from "#services/content";
import { resolvePeople } from "#services/people";
import { findSegment } from "#services/segments";
import { findShared } from "./find-campaign.ts";

type Name = string | number | null | undefined;

/** The id of what a field names; throws `invalid` naming the field when there is none. */
async function idOf(field: string, name: Name, find: (reference: string) => Promise<string>): Promise<string | null> {
  if (name === null || name === undefined) return null;
  try {
    return await find(String(name));
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "not_found") throw error;
    throw invalidField([field], `There is nothing called ${JSON.stringify(name)}`);
  }
}

export const contentIdOf = (ctx: Context, name: Name): Promise<string | null> =>
  idOf("contentId", name, async (reference) => (await getContent(ctx, reference)).id);

export const segmentIdOf = (ctx: Context, name: Name): Promise<string | null> =>
  idOf("segmentId", name, async (reference) => (await findSegment(ctx, reference)).id);

/** The template, with the content that its clones have. */
export async function templateOf(ctx: Context, name: Name): Promise<{ id: string; contentId: string | null } | null> {
  if (name === null || name === undefined) return null;
  const row = await findShared(ctx, ctx.database.orm, String(name));
  if (row?.isTemplate) return row;
  throw invalidField(["templateId"], `There is no template campaign ${JSON.stringify(name)}`);
}

/** A person by id or external id. */
export async function personIdOf(ctx: Context, name: string): Promise<string> {
  try {
    const [id = ""] = await resolvePeople(ctx, [{ userId: name }], "people");
    return id;
  } catch {
    const isId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(name);
    const [id] = isId ? await resolvePeople(ctx, [{ personId: name }], "people").catch(() => []) : [];
    if (id === undefined) throw invalidField(["personId"], `There is no person ${JSON.stringify(name)}`);
    return id;
  }
}
