import type { Context } from "#services";
import { deleteKey, type KeptAnswer, writeAnswer } from "#store/idempotency-keys";

/** Keeps what the request with a claimed key was answered. */
export async function keepAnswer({ database, workspaceId }: Context, key: string, answer: KeptAnswer): Promise<void> {
  await writeAnswer(database.sql, { workspaceId, key }, answer);
}

/** Gives a claimed key back: the request was refused or failed, and may be tried again. */
export async function dropKey({ database, workspaceId }: Context, key: string): Promise<void> {
  await deleteKey(database.sql, { workspaceId, key });
}
