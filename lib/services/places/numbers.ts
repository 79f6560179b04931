import { eq } from "drizzle-orm";
import type { JourneyDocument, JourneyNode } from "#journey";
import type { Context } from "#services";
import { schema } from "#store";
import { isObject } from "#values";

type Numbers = ReadonlyMap<string, number>;

/** The document with content, segments and campaigns by their numbers, as the places API names them. */
export async function withNumbers(ctx: Context, document: JourneyDocument): Promise<JourneyDocument> {
  const { content, segments, campaigns } = schema;
  const { orm } = ctx.database;
  const [items, groups, templates] = await Promise.all([
    orm
      .select({ id: content.id, key: content.slug, number: content.number })
      .from(content)
      .where(eq(content.workspaceId, ctx.workspaceId)),
    orm
      .select({ id: segments.id, key: segments.key, number: segments.number })
      .from(segments)
      .where(eq(segments.workspaceId, ctx.workspaceId)),
    orm
      .select({ id: campaigns.id, key: campaigns.key, number: campaigns.number })
      .from(campaigns)
      .where(eq(campaigns.workspaceId, ctx.workspaceId)),
  ]);
  const numbersOf = (
    rows: readonly { readonly id: string; readonly key: string; readonly number: number }[],
  ): Numbers => new Map(rows.flatMap(({ id, key, number }) => [[id, number] as const, [key, number] as const]));
  const [messages, audiences, clones] = [numbersOf(items), numbersOf(groups), numbersOf(templates)];
  const numbered = (node: JourneyNode): JourneyNode => {
    const { config, contentId } = node;
    const number = contentId === null ? undefined : messages.get(contentId);
    return {
      ...node,
      contentId: number === undefined ? contentId : String(number),
      config: replaced(replaced(config, "segment", audiences), "campaign", clones),
    };
  };
  return { ...document, nodes: document.nodes.map(numbered) };
}

/** Replaces the names under one key, at any depth. */
function replaced<Value>(value: Value, key: string, numbers: Numbers): Value {
  if (Array.isArray(value)) return value.map((item) => replaced(item, key, numbers)) as Value;
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    const number = name === key && typeof inner === "string" ? numbers.get(inner) : undefined;
    return [name, number ?? replaced(inner, key, numbers)];
  });
  return Object.fromEntries(entries) as Value;
}
