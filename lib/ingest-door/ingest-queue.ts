import { AsyncLocalStorage } from "node:async_hooks";
import { type IngestItem, type IngestResult, isAboutItems, type Stored } from "#runtime";
import { isDatabaseAway } from "#services";

type Ask = {
  items: readonly IngestItem[];
  atomic: boolean;
  resolve: (results: Stored[]) => void;
  reject: (error: unknown) => void;
};

const GATHER_MS = 2;
const FULL = 500;
const AT_ONCE = 4;

/**
 * Collects the requests of two milliseconds into one transaction; each is answered after its commit. If a shared
 * transaction is refused, every request is tried alone, and of a request that cannot be stored as a whole, only the
 * faulty items are refused. A request is stored once or not at all, because its client repeats it as a whole. If the
 * database is unavailable, all requests fail together instead of waiting one after the other.
 */
export class IngestQueue {
  readonly #ingest: (items: readonly IngestItem[]) => Promise<IngestResult[]>;
  readonly #ingestApart: (items: readonly IngestItem[]) => Promise<Stored[]>;
  #waiting: Ask[] = [];
  #size = 0;
  #timer: NodeJS.Timeout | undefined;
  #running = 0;
  /** A batch belongs to no single request: neither its spans nor its log lines may go by the one that came first. */
  readonly #outside = AsyncLocalStorage.snapshot();

  /** `ingestApart` stores, in one transaction, the valid items of a set that `ingest` refused. */
  constructor(
    ingest: (items: readonly IngestItem[]) => Promise<IngestResult[]>,
    ingestApart: (items: readonly IngestItem[]) => Promise<Stored[]>,
  ) {
    this.#ingest = ingest;
    this.#ingestApart = ingestApart;
  }

  /** `atomic`: all items or none; one that cannot be stored then rejects the promise. */
  add(items: readonly IngestItem[], atomic = false): Promise<Stored[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, atomic, resolve, reject });
      this.#size += items.length;
      if (this.#size >= FULL) this.#outside(() => this.#next());
      else this.#timer ??= this.#outside(() => setTimeout(() => this.#next(), GATHER_MS));
    });
  }

  #next(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#running >= AT_ONCE || this.#waiting.length === 0) return;
    const asks = this.#takeBatch();
    this.#running++;
    void this.#run(asks).finally(() => {
      this.#running--;
      this.#next();
    });
  }

  #takeBatch(): Ask[] {
    let count = 0;
    let size = 0;
    for (const ask of this.#waiting) {
      if (count > 0 && size + ask.items.length > FULL) break;
      size += ask.items.length;
      count++;
    }
    this.#size -= size;
    return this.#waiting.splice(0, count);
  }

  async #run(asks: readonly Ask[]): Promise<void> {
    try {
      const results = await this.#ingest(asks.flatMap((ask) => ask.items));
      let at = 0;
      for (const ask of asks) {
        ask.resolve(results.slice(at, at + ask.items.length));
        at += ask.items.length;
      }
    } catch (error) {
      if (isDatabaseAway(error)) for (const ask of asks) ask.reject(error);
      else if (asks.length > 1) for (const ask of asks) await this.#run([ask]);
      else if (asks[0]) await this.#salvage(asks[0], error);
    }
  }

  /** Stores the valid items of a request that was refused as a whole. */
  async #salvage({ items, atomic, resolve, reject }: Ask, error: unknown): Promise<void> {
    try {
      if (atomic || !isAboutItems(error)) throw error;
      resolve(await this.#ingestApart(items));
    } catch (failure) {
      reject(failure);
    }
  }
}
