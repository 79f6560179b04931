import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { ThreadError } from "./errors.ts";
import type { FromThread, ThreadCall } from "./messages.ts";

/** Started from the checkout: code that a bundler has packed has no file of its own. */
const SCRIPT = "lib/threads/thread.ts";
/** Code that does not load by then does not load. */
const START_LIMIT_MS = 30_000;

/** One thread, which takes one call at a time and is ended when a call takes too long. */
export class ThreadHandle {
  readonly #worker: Worker;
  #ended = false;

  constructor(memoryMb: number) {
    this.#worker = new Worker(resolve(/* turbopackIgnore: true */ SCRIPT), {
      // Templates and expressions of other people run in it: it gets no secrets to read.
      env: { NODE_ENV: "production" },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    this.#worker.on("exit", () => {
      this.#ended = true;
    });
    // Listened to while a call runs; otherwise the `exit` above says enough.
    this.#worker.on("error", () => {});
    this.#worker.unref();
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** How many wait for what it says: one while a call runs. */
  get listeners(): number {
    return this.#worker.listenerCount("message");
  }

  /** The answer of a call; throws a `ThreadError` once it took `limitMs`, and the thread is gone then. */
  call(call: ThreadCall, limitMs: number): Promise<unknown> {
    this.#worker.ref();
    return new Promise<unknown>((resolve, reject) => {
      const kill = (error: Error) => {
        finish(() => reject(error));
        this.end();
      };
      const unstarted = new Error(`A thread had not loaded its code after ${START_LIMIT_MS / 1_000} s.`);
      let timer = setTimeout(() => kill(unstarted), START_LIMIT_MS);
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.#worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        this.#worker.unref();
        settle();
      };
      const onMessage = (message: FromThread) => {
        if (message.kind === "started") {
          clearTimeout(timer);
          timer = setTimeout(() => kill(new ThreadError("too_slow", `It took longer than ${limitMs} ms.`)), limitMs);
        } else if (message.kind === "done") finish(() => resolve(message.value));
        else finish(() => reject(Object.assign(new Error(message.error.message), message.error)));
      };
      const onError = (error: unknown) => {
        this.#ended = true;
        finish(() => reject(asThreadError(error)));
      };
      const onExit = () => finish(() => reject(new ThreadError("too_large", "Its thread ended before it did.")));
      this.#worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      try {
        this.#worker.postMessage(call);
      } catch (error) {
        // What cannot be copied never reached the thread, which is as good as before.
        finish(() => reject(error));
      }
    });
  }

  end(): void {
    this.#ended = true;
    void this.#worker.terminate();
  }
}

function asThreadError(error: unknown): unknown {
  const outOfMemory = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
  return outOfMemory ? new ThreadError("too_large", "It needed more memory than it may use.") : error;
}
