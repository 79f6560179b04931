import { and, eq, isNull, ne } from "drizzle-orm";
import type { Context } from "#services";
import { listEventNames } from "#services/events";
import { schema } from "#store";
import { readSeenProperties } from "#store/events";
import { readSeenTraits } from "#store/people";
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
  const { orm } = ctx.database;
  const { content, decisionFlows, journeys, segments } = schema;

  const [bySegment, items, byJourney, flows] = await Promise.all([
    orm.select({ key: segments.key }).from(segments).where(eq(segments.workspaceId, ctx.workspaceId)),
    orm
      .select({ key: content.slug, type: content.type })
      .from(content)
      .where(and(eq(content.workspaceId, ctx.workspaceId), isNull(content.archivedAt))),
    orm
      .select({ key: journeys.key })
      .from(journeys)
      .where(and(eq(journeys.workspaceId, ctx.workspaceId), ne(journeys.status, "archived"))),
    orm
      .select({ key: decisionFlows.key })
      .from(decisionFlows)
      .where(and(eq(decisionFlows.workspaceId, ctx.workspaceId), isNull(decisionFlows.archivedAt))),
  ]);
  const keys = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key).sort();
  return {
    segments: keys(bySegment),
    content: sorted(items, ({ key }) => key),
    journeys: keys(byJourney),
    decisionFlows: keys(flows),
  };
}

const sorted = <Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] =>
  items.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
