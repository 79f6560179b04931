import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "#services";
import { isEngineWorking } from "#store/engine-life";

const WAIT_MS = 2_000;

/**
 * Polls for at most two seconds until the engine has processed it (R5); returns whether it has. While no engine works at
 * this installation it does not wait, as nobody would process it.
 */
export async function untilSettled(ctx: Context, settled: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + WAIT_MS;
  if (await settled()) return true;
  if (!(await isEngineWorking(ctx.database.sql))) return false;
  for (let pause = 5; Date.now() + pause <= deadline; pause = Math.min(pause * 2, 100)) {
    await sleep(pause);
    if (await settled()) return true;
  }
  return false;
}
