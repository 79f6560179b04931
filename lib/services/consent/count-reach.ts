import { type ConsentChannel, canReach, type Reason } from "#consent";
import type { Context } from "#services";
import { findContent } from "#services/content";
import { findSegment } from "#services/segments";
import { findTopic } from "#services/topics";
import { type SampledPerson, sampleAudience, sampleListed } from "#store/people";
import { readPreferences } from "#store/preferences";
import { readSubscriptions } from "#store/subscriptions";
import { readSuppressions } from "#store/suppressions";
import { readTopics } from "#store/topics";
import { REASON_LABELS } from "#words";
import type { ReachCount, ReachQuery } from "./schema.ts";

const MOST = 10_000;

/**
 * How many people of an audience a message could reach now, and why not the others: of everybody, or of a fair sample
 * where they are many (R51).
 */
export async function countReach(ctx: Context, query: ReachQuery): Promise<ReachCount> {
  const segment = query.segment === undefined ? null : await findSegment(ctx, query.segment);
  return reachOf(ctx, query, segment === null ? {} : { segmentId: segment.id });
}

/** Everybody, the members of a segment, or listed people. */
export type ReachAudience = { readonly segmentId?: string; readonly personIds?: readonly string[] };

/** The same for an audience by its ids. */
export async function reachOf(
  ctx: Context,
  query: Pick<ReachQuery, "channel" | "topic" | "content">,
  { segmentId, personIds }: ReachAudience,
): Promise<ReachCount> {
  const { sql } = ctx.database;
  const { channel } = query;
  const message = await messageOf(ctx, query);
  const sample = personIds
    ? await sampleListed(sql, ctx.workspaceId, personIds, MOST)
    : await sampleAudience(sql, { workspaceId: ctx.workspaceId, segmentId: segmentId ?? null }, MOST);
  const ids = sample.people.map(({ id }) => id);
  const addresses = sample.people.map((person) => ADDRESS_OF[channel](person));
  const [suppressions, subscriptions, preferences] = await Promise.all([
    readSuppressions(
      sql,
      addresses.map((address) => ({ workspaceId: ctx.workspaceId, channel, address })),
    ),
    readSubscriptions(sql, ids),
    readPreferences(sql, ids),
  ]);
  const answers = Map.groupBy(subscriptions, ({ personId }) => personId);
  const preferred = new Map(preferences.map((one) => [one.personId, one]));
  const now = Date.now();
  const counts = new Map<Reason["code"], number>();
  let reachable = 0;
  for (const [place, id] of ids.entries()) {
    const reach = canReach(
      { ...message, channel, address: addresses[place] ?? "" },
      {
        suppressions: suppressions[place] ?? [],
        subscriptions: answers.get(id) ?? [],
        preferences: preferred.get(id) ?? null,
      },
      now,
    );
    if (reach.reach) reachable++;
    else
      for (const code of new Set(reach.reasons.map((reason) => reason.code)))
        counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const scaled = (people: number) => Math.round(people * sample.factor);
  return {
    total: scaled(ids.length),
    reachable: scaled(reachable),
    exact: sample.factor === 1,
    sampled: ids.length,
    reasons: [...counts]
      .map(([code, people]) => ({ code, label: REASON_LABELS[code], people: scaled(people) }))
      .sort((left, right) => right.people - left.people),
  };
}

async function messageOf(ctx: Context, { topic, content }: Pick<ReachQuery, "topic" | "content">) {
  const item = content === undefined ? null : await findContent(ctx, content);
  const named = topic === undefined ? null : await findTopic(ctx, topic);
  const rows = named === null && item?.topicId ? await readTopics(ctx.database.sql, [ctx.workspaceId]) : [];
  const found = named ?? rows.find(({ id, archivedAt }) => id === item?.topicId && archivedAt === null) ?? null;
  return {
    transactional: item?.transactional ?? false,
    topic: found === null ? null : { id: found.id, name: found.name, defaultOn: found.defaultOn },
  };
}

/** The address of a sampled person, of whom only these parts are read. */
const ADDRESS_OF: Readonly<Record<ConsentChannel, (person: SampledPerson) => string>> = {
  email: ({ email }) => email ?? "",
  sms: ({ phone }) => phone ?? "",
  push: ({ id, hasDevice }) => (hasDevice ? id : ""),
};
