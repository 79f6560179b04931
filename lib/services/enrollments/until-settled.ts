import { setTimeout as sleep } from "node:timers/promises";

const WAIT_MS = 2_000;

/** Polls for at most two seconds until the engine has processed it (R5); returns whether it has. */
export async function untilSettled(settled: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + WAIT_MS;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    if (await settled()) return true;
    if (Date.now() + pause > deadline) return false;
    await sleep(pause);
  }
}
