/**
 * Keeps what was made of texts until all of it together is too large, and then starts over. Entries are weighed, not
 * counted: people choose how long their texts are, so a number of entries bounds no memory.
 */
export class BoundedCache<Value> {
  readonly #most: number;
  readonly #entries = new Map<string, Value>();
  #weight = 0;

  /** `most` is the weight that is kept at most, in the unit of `set`. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** The weight of an entry is the length of its text unless what was made of it is larger; too heavy ones are not kept. */
  set(key: string, value: Value, size = 0): void {
    const weight = OVERHEAD + Math.max(key.length, size);
    if (weight > this.#most / 4) return;
    if (this.#weight + weight > this.#most) {
      this.#entries.clear();
      this.#weight = 0;
    }
    if (!this.#entries.has(key)) this.#weight += weight;
    this.#entries.set(key, value);
  }

  get weight(): number {
    return this.#weight;
  }
}

/** What an entry takes besides its text, in characters. */
const OVERHEAD = 64;
