import { eventName } from "#journey";
import type { IngestItem } from "./item.ts";

type Named = { readonly name: string; readonly properties: Record<string, unknown> };

/** The event that each type of item reports; `null`: no event, only the person changed. */
const EVENTS: Readonly<Record<IngestItem["type"], (item: IngestItem) => Named | null>> = {
  track: ({ event, properties = {} }) => (event ? { name: eventName(event), properties } : null),
  page: ({ context, properties }) => ({ name: "page.viewed", properties: { ...pageOf(context), ...properties } }),
  screen: ({ properties = {} }) => ({ name: "app.screen_viewed", properties }),
  identify: () => null,
  group: () => null,
  alias: () => null,
};

/** The event that an item reports, under the name that journeys use; `null`: no event, only the person changed. */
export const nameEvent = (item: IngestItem): Named | null => EVENTS[item.type](item);

/** Segment clients put the page into `context.page` and may leave the properties empty. */
function pageOf(context: Record<string, unknown> | undefined): Record<string, unknown> {
  const page = context?.page;
  if (typeof page !== "object" || page === null) return {};
  const { url, path, title, referrer } = page as Record<string, unknown>;
  return Object.fromEntries(Object.entries({ url, path, title, referrer }).filter(([, value]) => value !== undefined));
}

/** The traits that each type of item changes. */
const TRAITS: Readonly<Record<IngestItem["type"], (item: IngestItem) => Record<string, unknown> | null>> = {
  identify: ({ traits }) => traits ?? null,
  group({ traits, properties }) {
    const id = properties?.groupId;
    return { account: { ...traits, ...(id === undefined ? {} : { id }) } };
  },
  track: () => null,
  page: () => null,
  screen: () => null,
  alias: () => null,
};

/** The traits that an item changes. */
export const traitsOf = (item: IngestItem): Record<string, unknown> | null => TRAITS[item.type](item);
