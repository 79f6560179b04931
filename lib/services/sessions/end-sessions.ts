import { getDatabase } from "#db";
import { notFound } from "#services";
import { type AccountActor, auditAccount, type SignedIn } from "#services/accounts";
import { deleteOtherSessions, deleteSession } from "#store/sessions";
import { deviceName } from "./device-name.ts";
import type { EndedSessions } from "./schema.ts";

type Caller = SignedIn & AccountActor;

/** Signs a user out on one device, which may be the caller's own. */
export async function endSession(caller: Caller, id: string): Promise<void> {
  await getDatabase().orm.transaction(async (tx) => {
    const ended = await deleteSession(tx, caller.userId, id);
    if (!ended) throw notFound("session");
    await auditAccount(tx, caller, "account.end_session", { device: deviceName(ended.userAgent) });
  });
}

/** Signs a user out on all devices but the caller's. */
export async function endOtherSessions(caller: Caller): Promise<EndedSessions> {
  return getDatabase().orm.transaction(async (tx) => {
    const ended = await deleteOtherSessions(tx, caller.userId, caller.sessionId);
    if (ended > 0) await auditAccount(tx, caller, "account.end_sessions", { ended });
    return { ended };
  });
}
