import type { Context } from "#services";
import { SHARED_TYPES } from "#services/content";
import { listEventNames } from "#services/events";
import { readPresentContent } from "#store/content";
import { readFlowKeys } from "#store/decision-flows";
import { readSeenProperties } from "#store/events";
import { readJourneyKeys } from "#store/journeys";
import { readSeenTraits } from "#store/people";
import { readSegmentNames } from "#store/segments";
import type { DataTypes } from "./schema.ts";
import { type Counted, seenFields } from "./seen-fields.ts";

/** What the workspace has really seen: events with their properties, traits of people, and the keys of what it made. */
export async function getDataTypes(ctx: Context): Promise<DataTypes> {
  const { sql } = ctx.database;
  const [names, seen, people, made] = await Promise.all([
    listEventNames(ctx),
    readSeenProperties(sql, ctx.workspaceId),
    readSeenTraits(sql, ctx.workspaceId),
    keysOf(ctx),
  ]);
  const byName = Map.groupBy(seen.properties, ({ name }) => name);
  const events = names.map(({ name, count, lastSeenAt }) => ({
    ...{ name, count, lastSeenAt, sampled: seen.sampled.get(name) ?? 0 },
    properties: seenFields(byName.get(name) ?? []),
  }));
  const traits: readonly Counted[] = people.traits;
  return {
    events: sorted(events, ({ name }) => name),
    traits: { sampled: people.sampled, fields: seenFields(traits) },
    ...made,
  };
}

async function keysOf(ctx: Context): Promise<Pick<DataTypes, "segments" | "content" | "journeys" | "decisionFlows">> {
  const { workspaceId } = ctx;
  const { orm } = ctx.database;
  const [segments, items, journeys, flows] = await Promise.all([
    readSegmentNames(orm, workspaceId),
    readPresentContent(orm, workspaceId, SHARED_TYPES),
    readJourneyKeys(orm, workspaceId),
    readFlowKeys(orm, workspaceId),
  ]);
  const content = items.map(({ slug, type }) => ({ key: slug, type }));
  return {
    segments: segments.map(({ key }) => key).sort(),
    content: sorted(content, ({ key }) => key),
    journeys: journeys.sort(),
    decisionFlows: flows.sort(),
  };
}

const sorted = <Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] =>
  items.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
