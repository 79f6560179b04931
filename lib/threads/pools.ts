import { processSingleton } from "#process";
import { type PoolOptions, ThreadPool } from "./thread-pool.ts";

/** One pool for previews and trials, which users wait for, and one for messages, which must not wait behind them. */
const POOLS = {
  trials: { size: 2, memoryMb: 256, queue: 32, patienceMs: 15_000 },
  mail: { size: 2, memoryMb: 128, queue: 1_000, patienceMs: 60_000 },
} satisfies Record<string, PoolOptions>;

export type PoolName = keyof typeof POOLS;

type Pool = Pick<ThreadPool, "run">;

/** Of the process, as the bound on its threads is. */
export const pools = processSingleton("thread pools", () => new Map<PoolName, Pool>());

export function poolOf(name: PoolName): Pool {
  const pool = pools.get(name) ?? new ThreadPool(POOLS[name]);
  pools.set(name, pool);
  return pool;
}
