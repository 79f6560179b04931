import { type PoolName, poolOf } from "./pools.ts";

export { ThreadError, type ThreadFault, threadFault } from "./errors.ts";

type Tasks = Record<string, (...args: never[]) => unknown>;

export type RunTask<File extends Tasks> = <Name extends keyof File & string>(
  pool: PoolName,
  limitMs: number,
  name: Name,
  ...args: Parameters<File[Name]>
) => Promise<Awaited<ReturnType<File[Name]>>>;

/**
 * Runs exported functions of a task file in threads that are ended by time: `tasksOf<typeof import("./thread-tasks.ts")>`.
 * What goes in and out is copied. `file` is its path in the repository, as a thread loads it by itself.
 */
export function tasksOf<File extends Tasks>(file: string): RunTask<File> {
  return (pool, limitMs, name, ...args) =>
    poolOf(pool).run({ file, name, args }, limitMs) as Promise<Awaited<ReturnType<File[typeof name]>>>;
}
