const SECOND = 1_000;
const DAY = 86_400_000;

/**
 * The wall clock of a zone, computed with `Intl` only, to compare with the engine's calendar library. Wall-clock times
 * are milliseconds as if in UTC.
 */
export class ClockOracle {
  readonly #format: Intl.DateTimeFormat;
  readonly #known = new Map<number, number>();

  constructor(zone: string) {
    const digits = { month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
    this.#format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", ...digits });
  }

  /** The wall-clock time. */
  wall(at: number): number {
    let known = this.#known.get(at);
    if (known === undefined) {
      known = this.#read(at);
      this.#known.set(at, known);
    }
    return known;
  }

  #read(at: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(at)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % SECOND) + SECOND) % SECOND);
  }

  offset(at: number): number {
    return this.wall(at) - at;
  }

  /** When the wall clock shows a time: the first of two, and for a skipped one, moved by the gap. */
  instant(wall: number): number {
    const before = wall - this.offset(wall - DAY);
    const after = wall - this.offset(wall + DAY);
    const shown = [before, after].filter((at) => this.wall(at) === wall);
    return shown.length === 0 ? before : Math.min(...shown);
  }

  /** The times between two others at which the offset changes. */
  changes(from: number, to: number): number[] {
    const found: number[] = [];
    for (let day = from; day < to; day += DAY) {
      if (this.offset(day) === this.offset(day + DAY)) continue;
      let [low, high] = [day, day + DAY];
      while (high - low > SECOND) {
        const middle = Math.floor((low + high) / 2 / SECOND) * SECOND;
        if (this.offset(middle) === this.offset(low)) low = middle;
        else high = middle;
      }
      found.push(high);
    }
    return found;
  }
}
