import type { DeliveryRequest } from "#engine";
import { contentKind, durationSeconds, parseDuration } from "#journey";
import { type ContentRow, findContent } from "#store/content";
import type { NewDelivery } from "#store/deliveries";
import type { Connection, Owned } from "#store/sql";
import { HOUR_MS } from "#times";

/** Gives each message its channel, its first status and the content revision that is current now (R43). */
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
    const kind = contentKind(row.contentType);
    const channel = kind?.channel ?? "inapp";
    const status = row.releasedAt === null ? "held" : (kind?.isInPage ?? true) ? "pending" : "queued";
    const content = found.get(`${owner.workspaceId} ${row.contentId}`) ?? null;
    return { owner, row: { ...row, channel, status, content, expiresAt: expiresAt(row, kind?.lifetimeHours ?? null) } };
  });
}

/** The lifetime starts at the release. A message that a pause set aside gets its whole lifetime when it is released. */
function expiresAt({ config, queuedAt, releasedAt }: DeliveryRequest, lifetimeHours: number | null): number | null {
  if (lifetimeHours === null) return null;
  const given = config.expiresAfter === undefined ? null : parseDuration(config.expiresAfter);
  const lifetimeMs = given === null ? lifetimeHours * HOUR_MS : durationSeconds(given) * 1_000;
  return (releasedAt ?? queuedAt) + lifetimeMs;
}
