import type { Context } from "#services";
import { listEventNames } from "#services/events";
import { readSeenProperties, readSeenValues } from "#store/events";
import { readSeenLabels, readSeenTraits } from "#store/people";
import { readProperties } from "#store/property-catalog";
import { countMembers } from "#store/segment-counts";
import { readSegmentNames } from "#store/segments";
import { mergeFields } from "./merge-fields.ts";
import type { PropertyCatalog } from "./schema.ts";

const MOST_LABELS = 500;

/** What rules can be about: events with their properties, traits, tags, stages and segments that the workspace really has. */
export async function getPropertyCatalog(ctx: Context): Promise<PropertyCatalog> {
  const { workspaceId } = ctx;
  const { sql, orm } = ctx.database;
  const [names, kept, seen, values, people, labels, segments] = await Promise.all([
    listEventNames(ctx),
    readProperties(orm, workspaceId),
    readSeenProperties(sql, workspaceId),
    readSeenValues(sql, workspaceId),
    readSeenTraits(sql, workspaceId),
    readSeenLabels(sql, workspaceId, MOST_LABELS),
    segmentsOf(ctx),
  ]);
  const keptOf = Map.groupBy(kept, ({ event }) => event);
  const sampledOf = Map.groupBy(seen.properties, ({ name }) => name);
  const sharedOf = Map.groupBy(values, ({ event }) => event);
  return {
    events: names.map((event) => ({
      ...event,
      properties: mergeFields({
        kept: keptOf.get(event.name) ?? [],
        sampled: sampledOf.get(event.name) ?? [],
        shared: sharedOf.get(event.name) ?? [],
        sampleSize: seen.sampled.get(event.name) ?? 0,
      }),
    })),
    traits: mergeFields({
      kept: keptOf.get("") ?? [],
      sampled: people.traits,
      shared: labels.values,
      sampleSize: people.sampled,
    }),
    sampledPeople: people.sampled,
    tags: [...labels.tags],
    stages: [...labels.stages],
    segments,
  };
}

async function segmentsOf(ctx: Context): Promise<PropertyCatalog["segments"]> {
  const rows = await readSegmentNames(ctx.database.orm, ctx.workspaceId);
  const members = await countMembers(
    ctx.database.sql,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, number, key, name, kind }) => ({
    id,
    number,
    key,
    name,
    kind,
    members: members.get(id) ?? 0,
  }));
}
