"use client";
import { isConsentChannel } from "#consent";
import { type JourneyDetail, useEveryContent } from "#data";
import { ReachLine } from "./reach-line.tsx";

/** A long journey shows its first messages; the rest would be the same people. */
const MOST = 3;

/** For each message of a journey, how many people of its audience can be reached. */
export function JourneyReach({ draft }: { draft: JourneyDetail }) {
  const contents = useEveryContent().data?.data ?? [];
  const sent = draft.nodes.flatMap(({ contentId }) => {
    const item = contents.find(({ id, slug, number }) => [id, slug, String(number)].includes(contentId ?? ""));
    return item && isConsentChannel(item.type) ? [{ id: item.id, name: item.name, channel: item.type }] : [];
  });
  const messages = [...new Map(sent.map((item) => [item.id, item])).values()].slice(0, MOST);
  if (messages.length === 0) return null;
  const { audience } = draft;
  return (
    <section aria-label="Who can be reached" className="grid gap-2">
      <h3 className="font-medium text-ui">Who can be reached now</h3>
      {messages.map(({ id, name, channel }) => (
        <ReachLine
          key={id}
          label={`“${name}”`}
          query={{ segment: audience?.id ?? null, channel, content: id }}
          audience={audience ? `people are in “${audience.name}”` : "people are known"}
        />
      ))}
    </section>
  );
}
