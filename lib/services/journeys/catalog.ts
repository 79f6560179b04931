import type { Catalog, CatalogContent, JourneyDocument } from "#journey";
import type { Context, Transaction } from "#services";
import { SHARED_TYPES } from "#services/content";
import { readTemplateNames } from "#store/campaigns";
import { readChannelNames } from "#store/channels";
import { readPresentContent } from "#store/content";
import { readFlowNames } from "#store/decision-flows";
import { readKnownEvents } from "#store/event-catalog";
import { readJourneyNames } from "#store/journeys";
import { readEndpointKeys } from "#store/providers";
import { readSegmentNames } from "#store/segments";
import { readZoneAndTime } from "#store/workspaces";

/** The objects of a workspace that documents refer to, by all their names: content, segments, events, journeys, decision flows. */
export async function loadCatalog(ctx: Context, tx: Transaction | Context["database"]["orm"]): Promise<Catalog> {
  const { workspaceId } = ctx;
  const [items, groups, events, others, time, templates, ways, flows, endpoints] = await Promise.all([
    // Parts of mails are no content of steps.
    readPresentContent(tx, workspaceId, SHARED_TYPES),
    readSegmentNames(tx, workspaceId),
    readKnownEvents(tx, workspaceId),
    readJourneyNames(tx, workspaceId),
    readZoneAndTime(tx, workspaceId),
    readTemplateNames(tx, workspaceId),
    readChannelNames(tx, workspaceId),
    readFlowNames(tx, workspaceId),
    readEndpointKeys(tx, workspaceId),
  ]);
  const byName = new Map<string, CatalogContent>();
  for (const item of items) byName.set(item.slug, item).set(String(item.number), item);
  for (const item of items) byName.set(item.id, item);
  return {
    content: byName,
    segments: new Set(groups.flatMap((group) => [...group.formerKeys, group.key, String(group.number), group.id])),
    events: new Set(events),
    journeys: new Set(others.flatMap(({ id, number, key, shortId }) => [id, String(number), key, shortId])),
    campaigns: new Set(templates.flatMap(({ id, key, number }) => [id, key, String(number)])),
    // Webhooks need no channel.
    channels: new Set([...ways.flatMap(({ kind, status }) => (status === "on" ? [kind] : [])), "webhook"]),
    ownChannels: new Map(
      ways.flatMap(({ id, key, number, kind, status }) =>
        [String(number), key, id].map((name) => [name, { kind, isOn: status === "on" }] as const),
      ),
    ),
    decisionFlows: new Set(flows.flatMap(({ id, number, key }) => [id, String(number), key])),
    endpoints: new Set(endpoints),
    ...(time === undefined ? {} : { time }),
  };
}

/** The document with content items named by id, because keys and numbers may later belong to another item. */
export function pinContent(document: JourneyDocument, catalog: Catalog): JourneyDocument {
  return {
    ...document,
    nodes: document.nodes.map((node) => {
      const item = node.contentId === null ? undefined : catalog.content?.get(node.contentId);
      const { surveySlug } = node.config;
      const survey = typeof surveySlug === "string" ? catalog.content?.get(surveySlug) : undefined;
      return {
        ...node,
        ...(item ? { contentId: item.id } : {}),
        ...(survey?.type === "survey" ? { config: { ...node.config, surveySlug: survey.id } } : {}),
      };
    }),
  };
}
