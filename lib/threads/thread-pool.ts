import { ThreadError } from "./errors.ts";
import type { ThreadCall } from "./messages.ts";
import { ThreadHandle } from "./thread-handle.ts";

export type PoolOptions = {
  /** Maximum number of threads; each is started when it is needed. */
  readonly size: number;
  readonly memoryMb: number;
  /** Maximum number of calls that wait for a thread. */
  readonly queue: number;
  /** Longest time to wait for a thread. */
  readonly patienceMs: number;
};

/** The part of a thread that a pool uses. */
type Thread = Pick<ThreadHandle, "ended" | "call">;

type Waiting = { readonly start: (thread: Thread) => void; readonly refuse: (error: unknown) => void };

/** A few threads for work that may take long or never end, without blocking the calling thread. */
export class ThreadPool {
  readonly #options: PoolOptions;
  readonly #open: (memoryMb: number) => Thread;
  readonly #idle: Thread[] = [];
  readonly #queue: Waiting[] = [];
  #busy = 0;

  constructor(options: PoolOptions, open = (memoryMb: number): Thread => new ThreadHandle(memoryMb)) {
    this.#options = options;
    this.#open = open;
  }

  /** Runs a call in a thread for `limitMs` at most. Throws a `ThreadError` if it does not complete. */
  async run(call: ThreadCall, limitMs: number): Promise<unknown> {
    const thread = await this.#take();
    try {
      return await thread.call(call, limitMs);
    } finally {
      this.#release(thread);
    }
  }

  async #take(): Promise<Thread> {
    if (this.#busy < this.#options.size) {
      // This throws if the machine cannot start a thread; no slot is taken then.
      const thread = this.#nextThread();
      this.#busy++;
      return thread;
    }
    if (this.#queue.length >= this.#options.queue) throw busy();
    return await new Promise((resolve, reject) => {
      const waiting: Waiting = {
        start: (thread) => {
          clearTimeout(timer);
          resolve(thread);
        },
        refuse: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        const at = this.#queue.indexOf(waiting);
        if (at >= 0) this.#queue.splice(at, 1);
        waiting.refuse(busy());
      }, this.#options.patienceMs);
      this.#queue.push(waiting);
    });
  }

  /** A thread that was ended is replaced by the next call that needs one. */
  #nextThread(): Thread {
    for (let thread = this.#idle.pop(); thread; thread = this.#idle.pop()) if (!thread.ended) return thread;
    return this.#open(this.#options.memoryMb);
  }

  /**
   * Gives the thread, or a new one, to the first waiting call; if none can be started, that call fails.
   */
  #release(thread: Thread): void {
    if (!thread.ended) this.#idle.push(thread);
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      try {
        next.start(this.#nextThread());
        return;
      } catch (error) {
        next.refuse(error);
      }
    }
    this.#busy--;
  }
}

const busy = () => new ThreadError("busy", "Too many other tasks are running.");
