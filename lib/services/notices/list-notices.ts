import * as z from "zod";
import { type Context, iso, isoOrNull, requireRole, Timestamp } from "#services";
import { schema } from "#store";
import { readNotices } from "#store/notices";

const SHOWN = 50;

/** An alert or a report on its way to a member or a system. */
export const NoticeSent = z
  .object({
    id: z.string(),
    kind: z.enum(schema.notices.kind.enumValues),
    channel: z.enum(schema.notices.channel.enumValues),
    recipient: z.string(),
    about: z.string().meta({ description: "The alert's text, or the day before which the reported week ended" }),
    status: z.enum(schema.notices.status.enumValues),
    error: z.string().nullable(),
    createdAt: Timestamp,
    sentAt: Timestamp.nullable(),
  })
  .meta({ id: "Notice" });
export type NoticeSent = z.infer<typeof NoticeSent>;

/** The latest 50 alerts and reports that were sent, or could not be, the newest first. */
export async function listNotices(ctx: Context): Promise<NoticeSent[]> {
  requireRole(ctx, "editor");
  const rows = await readNotices(ctx.database.orm, ctx.workspaceId, SHOWN);
  return rows.map(({ id, kind, channel, recipient, content, status, error, createdAt, sentAt }) => ({
    ...{ id, kind, channel, recipient, status, error },
    about: String(content.text ?? content.until ?? ""),
    createdAt: iso(createdAt),
    sentAt: isoOrNull(sentAt),
  }));
}
