/**
 * A cache limited in bytes. Entries that were not used for long are dropped first, approximately: there are two
 * generations, so that a hit writes nothing; when the young one has half of the bytes, the old one is dropped. A value
 * larger than half is not stored.
 */
export class ByteCache<Value> {
  readonly #half: number;
  readonly #cost: (key: string, value: Value) => number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #youngBytes = 0;
  #oldBytes = 0;

  /** `cost` is the approximate size of a value in bytes; the key and the entry are added. */
  constructor(maxBytes: number, cost: (key: string, value: Value) => number) {
    this.#half = maxBytes / 2;
    this.#cost = (key, value) => cost(key, value) + 2 * key.length + ENTRY_BYTES;
  }

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined || this.#old.size === 0) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    const cost = this.#cost(key, value);
    if (cost > this.#half) return;
    if (this.#youngBytes + cost > this.#half) this.#age();
    // A value that is set again is counted again: the generation ends earlier, but the limit holds.
    this.#young.set(key, value);
    this.#youngBytes += cost;
  }

  /** An upper bound of the present size. */
  get bytes(): number {
    return this.#youngBytes + this.#oldBytes;
  }

  #age(): void {
    this.#old = this.#young;
    this.#oldBytes = this.#youngBytes;
    this.#young = new Map();
    this.#youngBytes = 0;
  }
}

const ENTRY_BYTES = 100;
