import { randomInt } from "node:crypto";
import type { Database, Fragment, Sql } from "#db";

/** Names the locks of senders among all advisory locks: "send" in ASCII. */
const SENDERS = 0x73656e64;
const LARGEST = 2 ** 31 - 1;

/** Who this process is among senders: a number that its claims carry, and a lock that the database drops when it dies. */
export type ClaimOwner = {
  /** The number, taken first if there is none; another one after the connection that held the lock broke. */
  readonly take: () => Promise<number>;
  /** Whether claims made under this number are still this process's: otherwise others may have them by now. */
  readonly holds: (id: number) => boolean;
  readonly close: () => Promise<void>;
};

export function openClaimOwner(database: Database): ClaimOwner {
  let held: number | null = null;
  let taking: Promise<number> | null = null;
  const own = database.fork({
    max: 1,
    onClose: () => {
      held = null;
    },
  });
  const lock = async (): Promise<number> => {
    for (;;) {
      const id = randomInt(1, LARGEST);
      const [row] = await own.sql<
        { taken: boolean }[]
      >`select pg_try_advisory_lock(${SENDERS}::int, ${id}::int) as taken`;
      if (!row?.taken) continue;
      held = id;
      return id;
    }
  };
  return {
    take: async () => {
      if (held !== null) return held;
      taking ??= lock().finally(() => {
        taking = null;
      });
      return await taking;
    },
    holds: (id) => held === id,
    close: own.close,
  };
}

/** The numbers of all senders that live on this database. */
export async function readLiveOwners(sql: Sql): Promise<number[]> {
  return (await sql<{ id: number }[]>`${liveOwners(sql)}`).map(({ id }) => id);
}

/** The same as a piece of a statement. */
export const liveOwners = (sql: Sql): Fragment => sql`
  select objid::int8::int as id from pg_locks
  where locktype = 'advisory' and classid::int8 = ${SENDERS}::int8 and objsubid = 2 and granted
    and database = (select oid from pg_database where datname = current_database())`;
