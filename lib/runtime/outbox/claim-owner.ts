import { randomInt } from "node:crypto";
import type { Database } from "#db";
import { takeSenderLock } from "#store/deliveries";

const LARGEST = 2 ** 31 - 1;

/**
 * Identity of this process among senders: a number that its claims carry, and a lock on that number that the database
 * releases when the process dies.
 */
export type ClaimOwner = {
  /** Returns the number; takes one first if there is none, and a new one after the connection with the lock broke. */
  readonly take: () => Promise<number>;
  /** Whether claims made under this number are still valid. If not, other senders may have taken them. */
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
      if (!(await takeSenderLock(own.sql, id))) continue;
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
