/**
 * Remembers values until they cost more than so many bytes together. What was not asked for longest goes first, about:
 * entries are kept in two generations, so that a hit writes nothing; when the young one has half of the bytes, the old one
 * is dropped. A value that costs more than half is not kept at all.
 */
export class ByteCache<Value> {
  readonly #half: number;
  readonly #cost: (key: string, value: Value) => number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #youngBytes = 0;
  #oldBytes = 0;

  /** `cost` is the size of a value in bytes, at least about; keys and the entry itself are added. */
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
    // A value set again is counted again: the generation ends earlier, and the bound holds.
    this.#young.set(key, value);
    this.#youngBytes += cost;
  }

  /** What is kept now costs at most so much. */
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
