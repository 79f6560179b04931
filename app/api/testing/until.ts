import { setTimeout as sleep } from "node:timers/promises";

/** Asks until the condition holds; fails after ten seconds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("the condition did not come true within ten seconds");
    await sleep(25);
  }
}
