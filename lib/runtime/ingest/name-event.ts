import { eventName } from "#journey";
import type { IngestItem } from "./item.ts";

/** What an item says happened, under the name journeys know it by; `null` = nothing happened, the person changed. */
export function nameEvent(item: IngestItem): { name: string; properties: Record<string, unknown> } | null {
  const properties = item.properties ?? {};
  if (item.type === "track" && item.event) return { name: eventName(item.event), properties };
  if (item.type === "page") return { name: "page.viewed", properties: { ...pageOf(item.context), ...properties } };
  if (item.type === "screen") return { name: "app.screen_viewed", properties };
  return null;
}

/** Segment clients put the page into `context.page` and may leave the properties empty. */
function pageOf(context: Record<string, unknown> | undefined): Record<string, unknown> {
  const page = context?.page;
  if (typeof page !== "object" || page === null) return {};
  const { url, path, title, referrer } = page as Record<string, unknown>;
  return Object.fromEntries(Object.entries({ url, path, title, referrer }).filter(([, value]) => value !== undefined));
}

/** What an item changes about the person's traits. */
export function traitsOf(item: IngestItem): Record<string, unknown> | null {
  if (item.type === "identify") return item.traits ?? null;
  if (item.type !== "group") return null;
  const id = item.properties?.groupId;
  return { account: { ...item.traits, ...(id === undefined ? {} : { id }) } };
}
