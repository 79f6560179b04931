import type { Context } from "#services";
import type { KeptAnswer } from "./claim-key.ts";

/** Keeps what the request with a claimed key was answered. */
export async function keepAnswer(ctx: Context, key: string, answer: KeptAnswer): Promise<void> {
  await ctx.database.sql`
    update idempotency_keys
    set status = ${answer.status}, body = ${answer.body}, headers = ${JSON.stringify(answer.headers)}::text::jsonb
    where workspace_id = ${ctx.workspaceId} and key = ${key}`;
}

/** Gives a claimed key back: the request was refused or failed, and may be tried again. */
export async function dropKey(ctx: Context, key: string): Promise<void> {
  await ctx.database.sql`
    delete from idempotency_keys where workspace_id = ${ctx.workspaceId} and key = ${key} and status is null`;
}
