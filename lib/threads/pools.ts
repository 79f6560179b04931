import { type PoolOptions, ThreadPool } from "./thread-pool.ts";

/** Previews and trials, which people wait for; and mail, which must not wait behind them. */
const POOLS = {
  trials: { size: 2, memoryMb: 256, queue: 32, patienceMs: 15_000 },
  mail: { size: 2, memoryMb: 128, queue: 1_000, patienceMs: 60_000 },
} satisfies Record<string, PoolOptions>;

export type PoolName = keyof typeof POOLS;

// On globalThis, as the server and the pages each hold a copy of this module, and the bound is for the process.
const holder = globalThis as { sojournThreads?: Map<PoolName, ThreadPool> };

export function poolOf(name: PoolName): ThreadPool {
  holder.sojournThreads ??= new Map();
  const pool = holder.sojournThreads.get(name) ?? new ThreadPool(POOLS[name]);
  holder.sojournThreads.set(name, pool);
  return pool;
}
