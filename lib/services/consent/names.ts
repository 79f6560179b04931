import { ANY, type ConsentChannel, isConsentChannel } from "#consent";
import type { TopicRow } from "#store/topics";

/** `*` is null in the API. */
export const channelOrNull = (channel: string): ConsentChannel | null => (isConsentChannel(channel) ? channel : null);

export function topicOrNull(topics: readonly TopicRow[], topic: string) {
  if (topic === ANY) return { topicId: null, topic: null };
  return { topicId: topic, topic: topics.find(({ id }) => id === topic)?.key ?? null };
}

/** A topic by id or key. */
export const topicNamed = (topics: readonly TopicRow[], reference: string): TopicRow | undefined =>
  topics.find(({ id }) => id === reference.toLowerCase()) ?? topics.find(({ key }) => key === reference);
