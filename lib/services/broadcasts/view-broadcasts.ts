import { type Context, iso, isoOrNull } from "#services";
import { viewOperations } from "#services/operations";
import type { BroadcastRow } from "#store/broadcasts";
import { readItems } from "#store/content";
import { readOperationRows } from "#store/operations";
import type { Broadcast } from "./schema.ts";

/** Rows as the API shows them, with the name of what they send and the progress of who enters. */
export async function viewBroadcasts(ctx: Context, rows: readonly BroadcastRow[]): Promise<Broadcast[]> {
  if (rows.length === 0) return [];
  const { orm } = ctx.database;
  const [contents, operations] = await Promise.all([
    readItems(
      orm,
      ctx.workspaceId,
      rows.map(({ contentId }) => contentId),
    ),
    readOperationRows(
      orm,
      rows.map(({ operationId }) => operationId),
    ).then((found) => viewOperations(ctx, found)),
  ]);
  const content = new Map(contents.map((one) => [one.id, one]));
  const operation = new Map(operations.map((one) => [one.id, one]));
  return rows.map((row) => {
    const { id, name, journeyId, contentId, audience, segmentId, localTime, perMinute } = row;
    return {
      id,
      name,
      journeyId,
      contentId,
      contentName: content.get(contentId)?.name ?? null,
      channel: content.get(contentId)?.type ?? "email",
      audience,
      segmentId,
      status: statusOf(row, Date.now()),
      startsAt: iso(row.startsAt),
      localTime,
      perMinute,
      operation: operation.get(row.operationId) ?? null,
      finishedAt: isoOrNull(row.finishedAt),
      createdAt: iso(row.createdAt),
    };
  });
}

const statusOf = ({ status, startsAt }: BroadcastRow, now: number): Broadcast["status"] =>
  status !== "open" ? status : startsAt.getTime() > now ? "scheduled" : "sending";
