import type { Database } from "#db";

/** Any number, as long as nothing else in the product takes the same advisory lock. */
const LOCK = 7_305_931_002;

/**
 * Runs `work` unless another process is running it; the lock ends with the connection, so a killed process leaves none.
 */
export async function withSeedLock<Result>(
  database: Database,
  work: () => Promise<Result>,
): Promise<Result | "elsewhere"> {
  const connection = await database.sql.reserve();
  try {
    const [row] = await connection<{ locked: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as locked`;
    if (row?.locked !== true) return "elsewhere";
    try {
      return await work();
    } finally {
      await connection`select pg_advisory_unlock(${LOCK})`;
    }
  } finally {
    connection.release();
  }
}
