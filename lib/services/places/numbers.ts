import type { JourneyDocument, JourneyNode } from "#journey";
import type { Context } from "#services";
import { readCampaignNames } from "#store/campaigns";
import { readContentNames } from "#store/content";
import { readSegmentNames } from "#store/segments";
import { isObject } from "#values";

type Numbers = ReadonlyMap<string, number>;

/** The document with content, segments and campaigns by their numbers, as the places API names them. */
export async function withNumbers(ctx: Context, document: JourneyDocument): Promise<JourneyDocument> {
  const { orm } = ctx.database;
  const [items, groups, templates] = await Promise.all([
    readContentNames(orm, ctx.workspaceId),
    readSegmentNames(orm, ctx.workspaceId),
    readCampaignNames(orm, ctx.workspaceId),
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
