import { ThreadError } from "./errors.ts";
import type { ThreadCall } from "./messages.ts";
import { ThreadHandle } from "./thread-handle.ts";

export type PoolOptions = {
  /** Threads at most; each is started when there is work for it. */
  readonly size: number;
  readonly memoryMb: number;
  /** Calls that may wait for a thread. */
  readonly queue: number;
  /** Longest time to wait for a thread. */
  readonly patienceMs: number;
};

type Waiting = { readonly start: (thread: ThreadHandle) => void; readonly refuse: (error: unknown) => void };

/** A few threads for work that may take long or for ever; none of it holds up the thread that asks. */
export class ThreadPool {
  readonly #options: PoolOptions;
  readonly #idle: ThreadHandle[] = [];
  readonly #queue: Waiting[] = [];
  #busy = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Runs a call in a thread for `limitMs` at most. Throws a `ThreadError` if it may not run to its end. */
  async run(call: ThreadCall, limitMs: number): Promise<unknown> {
    const thread = await this.#take();
    try {
      return await thread.call(call, limitMs);
    } finally {
      this.#release(thread);
    }
  }

  #take(): Promise<ThreadHandle> {
    if (this.#busy < this.#options.size) {
      this.#busy++;
      return Promise.resolve(this.#nextThread());
    }
    if (this.#queue.length >= this.#options.queue) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        start: (thread) => {
          clearTimeout(timer);
          resolve(thread);
        },
        refuse: reject,
      };
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        waiting.refuse(busy());
      }, this.#options.patienceMs);
      this.#queue.push(waiting);
    });
  }

  /** A thread that was ended is replaced by the next call that needs one. */
  #nextThread(): ThreadHandle {
    for (let thread = this.#idle.pop(); thread; thread = this.#idle.pop()) if (!thread.ended) return thread;
    return new ThreadHandle(this.#options.memoryMb);
  }

  #release(thread: ThreadHandle): void {
    if (!thread.ended) this.#idle.push(thread);
    const next = this.#queue.shift();
    if (next) next.start(this.#nextThread());
    else this.#busy--;
  }
}

const busy = () => new ThreadError("busy", "Too much else is being worked on.");
