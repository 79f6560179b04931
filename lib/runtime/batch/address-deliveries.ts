import type { DeliveryRequest } from "#engine";
import { durationSeconds, parseDuration } from "#journey";
import type { Connection, Owned } from "../sql/connection.ts";
import { type ContentRow, findContent } from "../sql/find-content.ts";
import type { NewDelivery } from "../sql/insert-deliveries.ts";

const CHANNELS: readonly string[] = ["email", "sms", "push", "webhook"];
const HOUR = 3_600_000;
/** How late a message may still go out, unless its node says (R44); in-page content has a time of its own. */
const LIFETIMES: Readonly<Record<string, number>> = {
  email: 72 * HOUR,
  webhook: 72 * HOUR,
  sms: 24 * HOUR,
  push: 24 * HOUR,
};

/** Gives each message its channel, its first status and the content item it refers to as of now (R43). */
export async function addressDeliveries(
  sql: Connection,
  requests: readonly Owned<DeliveryRequest>[],
): Promise<Owned<NewDelivery>[]> {
  if (requests.length === 0) return [];
  const workspaces = new Set(requests.map(({ owner }) => owner.workspaceId));
  const references = new Set(requests.map(({ row }) => row.contentId).filter((reference) => reference !== ""));
  const rows = references.size > 0 ? await findContent(sql, [...workspaces], [...references]) : [];
  const found = new Map<string, ContentRow>();
  for (const row of rows) {
    for (const reference of [String(row.number), row.slug, row.id]) found.set(`${row.workspaceId} ${reference}`, row);
  }
  return requests.map(({ owner, row }) => {
    const channel = CHANNELS.includes(row.contentType) ? row.contentType : "inapp";
    const status = row.releasedAt === null ? "held" : channel === "inapp" ? "pending" : "queued";
    const content = found.get(`${owner.workspaceId} ${row.contentId}`) ?? null;
    return { owner, row: { ...row, channel, status, content, expiresAt: expiresAt(row, channel) } };
  });
}

/** Counted from when it may go; what a pause sets aside gets its whole time when it is released. */
function expiresAt({ config, queuedAt, releasedAt }: DeliveryRequest, channel: string): number | null {
  const given = config.expiresAfter === undefined ? null : parseDuration(config.expiresAfter);
  const lifetime = given && channel !== "inapp" ? durationSeconds(given) * 1_000 : LIFETIMES[channel];
  return lifetime === undefined ? null : (releasedAt ?? queuedAt) + lifetime;
}
