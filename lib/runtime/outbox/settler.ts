import { isLasting } from "../lasting-error.ts";
import type { Lease } from "./lease.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import { type Attempt, settle } from "./settle.ts";

const FLUSH_AFTER_MS = 15;

/**
 * Marks results a few at a time while other attempts run, so that a crash leaves milliseconds of mail in doubt instead
 * of a batch.
 */
export class Settler {
  readonly #runtime: OutboxRuntime;
  readonly #lease: Lease;
  #waiting: Attempt[] = [];
  #timer: NodeJS.Timeout | undefined;
  #flushed: Promise<void> = Promise.resolve();
  #unmarked = 0;
  #queued = false;

  constructor(runtime: OutboxRuntime, lease: Lease) {
    this.#runtime = runtime;
    this.#lease = lease;
  }

  /** Adds a result, and makes the caller wait while `limit` or more are not marked yet. */
  async add(attempt: Attempt, limit: number): Promise<void> {
    this.#waiting.push(attempt);
    this.#unmarked++;
    if (this.#unmarked >= limit) {
      this.#flush();
      await this.#flushed;
    } else this.#timer ??= setTimeout(() => this.#flush(), FLUSH_AFTER_MS);
  }

  /** One transaction at a time; results that arrive while it runs are marked together by the next one. */
  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#queued) return;
    this.#queued = true;
    this.#flushed = this.#flushed.then(async () => {
      this.#queued = false;
      const batch = this.#waiting;
      this.#waiting = [];
      await settleOrStrip(this.#runtime, batch);
      for (const { delivery } of batch) this.#lease.settled(delivery);
      this.#unmarked -= batch.length;
    });
    this.#flushed.catch(() => {});
  }

  /** Waits until everything added is marked; throws the database's error. */
  async finish(): Promise<void> {
    this.#flush();
    await this.#flushed;
  }
}

/**
 * If the response to a message cannot be stored, the result is marked without it, because a sent message must not be
 * sent again and the other results of the batch must be marked (R53).
 */
async function settleOrStrip(runtime: OutboxRuntime, batch: readonly Attempt[]): Promise<void> {
  const attempt = async (attempts: readonly Attempt[]) => {
    try {
      await settle(runtime, attempts);
      return true;
    } catch (error) {
      if (!isLasting(error)) throw error;
      return false;
    }
  };
  if (await attempt(batch)) return;
  for (const one of batch) if (!(await attempt([one]))) await settle(runtime, [stripped(one)]);
}

function stripped({ delivery, result }: Attempt): Attempt {
  if (result?.status === "sent") return { delivery, result: { status: "sent", providerId: null } };
  if (result?.status !== "failed") return { delivery, result };
  const { permanent, retryAfterMs } = result;
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { delivery, result: { status: "failed", permanent, error: "The answer cannot be stored.", ...wait } };
}
