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
 * Runs exported functions of a task file in threads with a time limit: `tasksOf<typeof import("./thread-tasks.ts")>`.
 * Arguments and results are copied. `file` is the path in the repository from which the thread loads it.
 */
export function tasksOf<File extends Tasks>(file: string): RunTask<File> {
  return (pool, limitMs, name, ...args) =>
    poolOf(pool).run({ file, name, args }, limitMs) as Promise<Awaited<ReturnType<File[typeof name]>>>;
}
