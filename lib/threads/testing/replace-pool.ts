import { type PoolName, pools } from "../pools.ts";
import type { ThreadPool } from "../thread-pool.ts";

/** Puts another pool in the place of one, for tests of machines without a thread to spare; returns the way back. */
export function replacePool(name: PoolName, pool: Pick<ThreadPool, "run">): () => void {
  const before = pools.get(name);
  pools.set(name, pool);
  return () => {
    if (before === undefined) pools.delete(name);
    else pools.set(name, before);
  };
}
