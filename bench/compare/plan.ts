import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE_MS } from "#times";

/**
 * The journey of all candidates: wait, send, wait for an event or the timeout, end. Half of the people send the event,
 * at least a second after their wait; the others time out.
 */
export const WAIT_SECONDS = 2;
export const TIMEOUT_SECONDS = 5;
const EVENT_AFTER_MS = 3_000;
/** Emails in parallel, and the connections of a candidate's pool. */
export const AT_ONCE = 16;
export const CONNECTIONS = 16;
const STALLED_MS = MINUTE_MS;
const BATCH = 100;
const BATCHES_AT_ONCE = 4;

/** An accepted email: one row in its own transaction. `$1` is the number of the person. */
export const ACCEPT_MAIL = "insert into sent (person) values ($1)";

export const bringsEvent = (person: number): boolean => person % 2 === 0;

/** One way to run the journey. At the end, its database has a view or table `ended (person, outcome)`. */
export type Contestant = {
  /** Stored durably when it resolves. */
  readonly enter: (people: readonly number[]) => Promise<unknown>;
  /** Sends the awaited event of these people; stored durably when it resolves. */
  readonly bring: (people: readonly number[]) => Promise<unknown>;
  readonly countEnded: () => Promise<number>;
  readonly close: () => Promise<unknown>;
};

/** The number of people and the database, from the bench. */
export function readOrder(): { url: string; people: number } {
  const [url, people] = process.argv.slice(2);
  if (!url || !people) throw new Error("Give the database's url and a number of people.");
  return { url, people: Number(people) };
}

/** Enrolls everyone as fast as possible; reports the seconds until the last one has ended. */
export async function walk(people: number, contestant: Contestant): Promise<void> {
  const batches = Array.from({ length: Math.ceil(people / BATCH) }, (_, batch) =>
    Array.from({ length: Math.min(BATCH, people - batch * BATCH) }, (_, index) => batch * BATCH + index),
  );
  const started = performance.now();
  const queue = batches.values();
  const events: Promise<unknown>[] = [];
  const feed = async () => {
    for (const batch of queue) {
      await contestant.enter(batch);
      events.push(sleep(EVENT_AFTER_MS).then(() => contestant.bring(batch.filter(bringsEvent))));
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, feed));
  await Promise.all(events);
  // Does not wait for lost people: the audit reports them.
  for (let [seen, since] = [-1, started]; seen < people; await sleep(100)) {
    const ended = await contestant.countEnded();
    if (ended !== seen) [seen, since] = [ended, performance.now()];
    else if (performance.now() - since > STALLED_MS) break;
  }
  process.send?.((performance.now() - started) / 1_000);
  await contestant.close();
}
