import { getDatabase } from "#db";
import { iso } from "#services";
import type { SignedIn } from "#services/accounts";
import { readSessionsOf } from "#store/sessions";
import { deviceName } from "./device-name.ts";
import type { Session } from "./schema.ts";

/** Where a user is signed in, the last used first. */
export async function listSessions({ userId, sessionId }: SignedIn): Promise<Session[]> {
  const rows = await readSessionsOf(getDatabase().orm, userId);
  return rows.map(({ id, userAgent, ipAddress, createdAt, lastSeenAt, expiresAt }) => ({
    id,
    device: deviceName(userAgent),
    address: ipAddress || null,
    createdAt: iso(createdAt),
    lastSeenAt: iso(lastSeenAt ?? createdAt),
    expiresAt: iso(expiresAt),
    isCurrent: id === sessionId,
  }));
}
