import type { Clock } from "../clock.ts";

type Timer = { readonly at: number; readonly run: () => void };

/** A clock that moves only when it is told to: `advance` runs what became due, and waits for what that sets off. */
export class VirtualClock implements Clock {
  #now = Date.now();
  #timers: Timer[] = [];
  readonly chance = () => 0.5;
  readonly now = () => this.#now;

  readonly after = (ms: number, run: () => void) => {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };

  /** Milliseconds until the next timer. */
  get nextMs(): number {
    return Math.min(...this.#timers.map(({ at }) => at)) - this.#now;
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!due) break;
      this.#now = due.at;
      this.#timers = this.#timers.filter((one) => one !== due);
      due.run();
    }
    this.#now = end;
  }
}
