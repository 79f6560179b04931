import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "#services";
import { isEngineWorking } from "#store/engine-life";
import { getOperation } from "./get-operation.ts";
import type { Operation } from "./schema.ts";

/** Up to this many people, the caller waits for the result (R15). */
const SMALL = 10_000;
const WAIT_MS = 2_000;
/** An engine that does not start it by then is busy with others, so the wait ends early. */
const UNTOUCHED_MS = 400;

/**
 * The operation when small work is done (or has progressed far enough), or after at most two seconds. Without an engine,
 * which alone could do it, at once.
 */
export async function awaitOperation(
  ctx: Context,
  id: string,
  isEnough: (operation: Operation) => boolean = () => false,
): Promise<Operation> {
  const start = Date.now();
  let works: boolean | null = null;
  for (let pause = 10; ; pause = Math.min(pause * 2, 100)) {
    const operation = await getOperation(ctx, id);
    const waited = Date.now() - start;
    const { status, total } = operation;
    const open = status === "waiting" || status === "running";
    if (!open || isEnough(operation)) return operation;
    if (total === null || total > SMALL || waited + pause > WAIT_MS) return operation;
    if (status === "waiting" && waited > UNTOUCHED_MS) return operation;
    works ??= await isEngineWorking(ctx.database.sql);
    if (!works) return operation;
    await sleep(pause);
  }
}
