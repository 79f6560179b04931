import type { IngestItem, IngestResult } from "#runtime";

type Ask = {
  items: readonly IngestItem[];
  resolve: (results: IngestResult[]) => void;
  reject: (error: unknown) => void;
};

const GATHER_MS = 2;
const FULL = 500;
const AT_ONCE = 4;

/**
 * Gathers what many requests bring within two milliseconds into one transaction; each is answered after its commit.
 * When a shared transaction fails, every request is tried alone, so that only the culprit is refused.
 */
export class IngestQueue {
  readonly #ingest: (items: IngestItem[]) => Promise<IngestResult[]>;
  #waiting: Ask[] = [];
  #size = 0;
  #timer: NodeJS.Timeout | undefined;
  #running = 0;

  constructor(ingest: (items: IngestItem[]) => Promise<IngestResult[]>) {
    this.#ingest = ingest;
  }

  add(items: readonly IngestItem[]): Promise<IngestResult[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, resolve, reject });
      this.#size += items.length;
      if (this.#size >= FULL) this.#next();
      else this.#timer ??= setTimeout(() => this.#next(), GATHER_MS);
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
      if (asks.length === 1) asks[0]?.reject(error);
      else for (const ask of asks) await this.#run([ask]);
    }
  }
}
