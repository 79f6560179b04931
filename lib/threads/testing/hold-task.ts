import { type PoolName, poolOf } from "../pools.ts";
import { replacePool } from "./replace-pool.ts";

/** Keeps the calls of a task from beginning until they are released; `reached` resolves when one waits. */
export function holdTask(name: PoolName, task: string) {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const known = poolOf(name);
  const giveBack = replacePool(name, {
    run: async (call, limitMs) => {
      if (call.name === task) {
        reached.resolve();
        await released.promise;
      }
      return await known.run(call, limitMs);
    },
  });
  return { reached: reached.promise, release: released.resolve, giveBack };
}
