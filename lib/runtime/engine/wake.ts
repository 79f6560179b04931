import { onWork } from "#db";

/** Sleeps until work is announced in this process, or until the poll is due for work announced elsewhere (R13). */
export class Alarm {
  #rung = false;
  #wake: (() => void) | null = null;
  readonly #off: (() => void) | null;

  constructor(listens: boolean) {
    this.#off = listens ? onWork(() => this.ring()) : null;
  }

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** An announcement that arrived while nothing slept is remembered: the next sleep ends at once. */
  async sleep(ms: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#rung = false;
    this.#wake = null;
  }

  close(): void {
    this.#off?.();
    this.ring();
  }
}
