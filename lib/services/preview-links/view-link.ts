import { iso } from "#services";
import type { PreviewLinkRow } from "#store/preview-links";
import type { PreviewLink } from "./schema.ts";

export function viewLink(row: PreviewLinkRow, url: string | null): PreviewLink {
  const { id, mode, expiresAt, picked } = row;
  return { id, mode, url, expiresAt: iso(expiresAt), status: statusOf(row), picked: picked && { ...picked } };
}

function statusOf({ picked, openedAt, expiresAt }: PreviewLinkRow): PreviewLink["status"] {
  if (picked) return "picked";
  if (expiresAt.getTime() <= Date.now()) return "expired";
  return openedAt ? "opened" : "waiting";
}
