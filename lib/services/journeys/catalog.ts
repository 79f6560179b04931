import { and, eq, isNull, sql } from "drizzle-orm";
import type { Catalog, CatalogContent, JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { schema } from "#store";

/** The objects of a workspace that documents refer to, by all their names: content, segments, events, journeys, decision flows. */
export async function loadCatalog(ctx: Context, tx: Transaction | Context["database"]["orm"]): Promise<Catalog> {
  const { content, segments, eventCatalog, journeys, workspaces, campaigns, channels, decisionFlows } = schema;
  const [items, groups, events, others, [time], templates, open, flows] = await Promise.all([
    tx
      .select({ id: content.id, number: content.number, slug: content.slug, type: content.type })
      .from(content)
      .where(and(eq(content.workspaceId, ctx.workspaceId), isNull(content.archivedAt))),
    tx
      .select({ id: segments.id, number: segments.number, key: segments.key, formerKeys: segments.formerKeys })
      .from(segments)
      .where(eq(segments.workspaceId, ctx.workspaceId)),
    tx.select({ name: eventCatalog.name }).from(eventCatalog).where(eq(eventCatalog.workspaceId, ctx.workspaceId)),
    tx
      .select({ id: journeys.id, number: journeys.number, key: journeys.key, shortId: journeys.shortId })
      .from(journeys)
      .where(eq(journeys.workspaceId, ctx.workspaceId)),
    tx
      .select({
        timezone: workspaces.timezone,
        now: sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::float8`,
      })
      .from(workspaces)
      .where(eq(workspaces.id, ctx.workspaceId)),
    tx
      .select({ id: campaigns.id, key: campaigns.key, number: campaigns.number })
      .from(campaigns)
      .where(and(eq(campaigns.workspaceId, ctx.workspaceId), campaigns.isTemplate)),
    tx
      .select({ kind: channels.kind })
      .from(channels)
      .where(and(eq(channels.workspaceId, ctx.workspaceId), eq(channels.status, "on"))),
    tx
      .select({ id: decisionFlows.id, number: decisionFlows.number, key: decisionFlows.key })
      .from(decisionFlows)
      .where(eq(decisionFlows.workspaceId, ctx.workspaceId)),
  ]);
  const byName = new Map<string, CatalogContent>();
  for (const item of items) byName.set(item.slug, item).set(String(item.number), item);
  for (const item of items) byName.set(item.id, item);
  return {
    content: byName,
    segments: new Set(groups.flatMap((group) => [...group.formerKeys, group.key, String(group.number), group.id])),
    events: new Set(events.map((event) => event.name)),
    journeys: new Set(others.flatMap(({ id, number, key, shortId }) => [id, String(number), key, shortId])),
    campaigns: new Set(templates.flatMap(({ id, key, number }) => [id, key, String(number)])),
    // Webhooks need no channel.
    channels: new Set([...open.map(({ kind }) => kind), "webhook"]),
    decisionFlows: new Set(flows.flatMap(({ id, number, key }) => [id, String(number), key])),
    ...(time === undefined ? {} : { time }),
  };
}

/** The document with content items named by id, because keys and numbers may later belong to another item. */
export function pinContent(document: JourneyDocument, catalog: Catalog): JourneyDocument {
  return {
    ...document,
    nodes: document.nodes.map((node) => {
      const item = node.contentId === null ? undefined : catalog.content?.get(node.contentId);
      return item ? { ...node, contentId: item.id } : node;
    }),
  };
}
