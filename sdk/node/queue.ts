import type { Clock } from "./clock.ts";
import { SojournLoss } from "./errors.ts";
import { MOST_BYTES, type QueuedMessage, readMessage } from "./messages.ts";
import { type MessageResult, sendBatch, type Target } from "./send-batch.ts";

/** Sizes are in messages and bytes, times in milliseconds. */
export type QueueOptions = {
  /** Messages of one request at most; as many that wait are sent without waiting for the interval. */
  readonly flushAt: number;
  /** How long a message waits for others to be sent with. */
  readonly flushIntervalMs: number;
  /** Messages, and bytes of JSON, that may wait; a message that finds no room is lost and reported. */
  readonly maxQueued: number;
  readonly maxQueuedBytes: number;
  /** The longest wait between two attempts, unless the server asks for a longer one. */
  readonly maxRetryMs: number;
  /** How long one attempt may take. */
  readonly requestTimeoutMs: number;
  readonly onError: (loss: SojournLoss) => void;
  readonly onRetry: (retry: Retry) => void;
};

/** An attempt that failed and will be repeated. */
export type Retry = {
  readonly error: Error;
  readonly attempt: number;
  readonly waitMs: number;
  readonly queued: number;
};

type Waiter = { readonly upTo: number; readonly resolve: () => void };

const FIRST_RETRY_MS = 500;

/**
 * Sends messages in the order in which they came, one request at a time. A message leaves the queue when the server has
 * said what it did with it; until then it is sent again, with the same id, so that it is stored once.
 */
export class MessageQueue {
  readonly #target: Target;
  readonly #options: QueueOptions;
  readonly #clock: Clock;
  #waiting: QueuedMessage[] = [];
  #bytes = 0;
  #added = 0;
  #left = 0;
  #waiters: Waiter[] = [];
  #cancelTimer: (() => void) | null = null;
  #state: "idle" | "gathering" | "sending" | "retrying" | "stopped" = "idle";
  #failures = 0;
  #lastError: Error | null = null;
  /** Messages of the next request at most: fewer after a refusal, to find the message that it is about. */
  #most: number;
  #hold = false;
  #abort: AbortController | null = null;

  constructor(target: Target, options: QueueOptions, clock: Clock) {
    this.#target = target;
    this.#options = options;
    this.#clock = clock;
    this.#most = options.flushAt;
  }

  /** Messages that wait or are being sent. */
  get size(): number {
    return this.#waiting.length;
  }

  /** Takes a message, or returns false and reports it where there is no room. */
  add(message: QueuedMessage): boolean {
    const { maxQueued, maxQueuedBytes, flushAt, flushIntervalMs } = this.#options;
    if (this.#state === "stopped") return this.#lose("closed", [message], "The client is closed.");
    if (this.#waiting.length >= maxQueued || this.#bytes + message.bytes > maxQueuedBytes)
      return this.#lose("full", [message], `The queue is full: ${this.#waiting.length} messages wait to be sent.`);
    this.#waiting.push(message);
    this.#bytes += message.bytes;
    this.#added++;
    if (this.#state === "idle") this.#schedule("gathering", flushIntervalMs);
    if (this.#state === "gathering" && this.#waiting.length >= flushAt) this.#start();
    return true;
  }

  /** Sends without waiting for the interval; resolves when what waits now was stored or refused. */
  flush(): Promise<void> {
    if (this.#state === "gathering") this.#start();
    if (this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ upTo: this.#added, resolve }));
  }

  /** As `flush`, at once also after failures, while the process waits for it. */
  drain(): Promise<void> {
    this.#hold = true;
    if (this.#state === "retrying") this.#start();
    return this.flush();
  }

  /** Takes and sends nothing more; what still waits is reported as unsent. */
  stop(): void {
    if (this.#state === "stopped") return;
    this.#cancelTimer?.();
    this.#state = "stopped";
    this.#abort?.abort();
    const unsent = this.#waiting;
    if (unsent.length > 0)
      this.#lose("unsent", unsent, `${unsent.length} messages could not be sent.`, this.#lastError);
    this.#leave(unsent.length);
  }

  #schedule(state: "gathering" | "retrying", ms: number): void {
    this.#state = state;
    this.#cancelTimer = this.#clock.after(ms, () => this.#start(), this.#hold);
  }

  #start(): void {
    this.#cancelTimer?.();
    this.#state = "sending";
    void this.#run();
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#nextBatch();
      const attempt = await this.#attempt(batch);
      // Stopped in the meantime: the messages were reported.
      if (this.#state === "stopped") return;
      if (attempt.kind === "later") return this.#retry(attempt.error, attempt.waitMs);
      this.#failures = 0;
      if (attempt.kind === "answered") this.#settle(batch, attempt.results);
      else if (batch.length > 1 && ![401, 403].includes(attempt.problem.status))
        this.#most = Math.ceil(batch.length / 2);
      else this.#refuse(batch, attempt.problem);
    }
    this.#state = "idle";
  }

  #nextBatch(): readonly QueuedMessage[] {
    let bytes = 0;
    let count = 0;
    for (const message of this.#waiting) {
      bytes += message.bytes + 1;
      if (count === this.#most || (count > 0 && bytes > MOST_BYTES)) break;
      count++;
    }
    return this.#waiting.slice(0, count);
  }

  async #attempt(batch: readonly QueuedMessage[]) {
    const abort = new AbortController();
    this.#abort = abort;
    const { requestTimeoutMs } = this.#options;
    const late = () => abort.abort(new Error(`there was no answer within ${requestTimeoutMs} ms`));
    const cancel = this.#clock.after(requestTimeoutMs, late, false);
    try {
      return await sendBatch(this.#target, batch, this.#clock.now(), abort.signal);
    } finally {
      cancel();
      this.#abort = null;
    }
  }

  #retry(error: Error, asked: number | null): void {
    this.#failures++;
    this.#lastError = error;
    const longest = Math.min(this.#options.maxRetryMs, FIRST_RETRY_MS * 2 ** Math.min(this.#failures - 1, 20));
    const waitMs = asked ?? Math.round(longest * (0.5 + this.#clock.chance() / 2));
    this.#schedule("retrying", waitMs);
    this.#options.onRetry({ error, attempt: this.#failures, waitMs, queued: this.#waiting.length });
  }

  #settle(batch: readonly QueuedMessage[], results: readonly MessageResult[]): void {
    this.#most = this.#options.flushAt;
    this.#leave(batch.length);
    const lost = batch.flatMap((message, at) => {
      const result = results[at];
      return result?.status === "refused" ? [{ message: readMessage(message), errors: result.errors ?? [] }] : [];
    });
    if (lost.length === 0) return;
    const first = lost[0]?.errors[0];
    const why = first ? `: ${first.field ?? ""} ${first.message}` : "";
    this.#options.onError(
      new SojournLoss("refused", `The server refused ${lost.length} of ${batch.length}${why}`, lost),
    );
  }

  #refuse(batch: readonly QueuedMessage[], problem: Error & { errors: LostErrors }): void {
    this.#most = this.#options.flushAt;
    this.#leave(batch.length);
    const lost = batch.map((message) => ({ message: readMessage(message), errors: problem.errors }));
    this.#options.onError(new SojournLoss("refused", `The server refused messages: ${problem.message}`, lost, problem));
  }

  #lose(
    reason: "full" | "closed" | "unsent",
    messages: readonly QueuedMessage[],
    text: string,
    cause?: unknown,
  ): false {
    const lost = messages.map((message) => ({ message: readMessage(message), errors: [] }));
    this.#options.onError(new SojournLoss(reason, text, lost, cause ?? undefined));
    return false;
  }

  /** The first messages are settled, and what waited for them goes on. */
  #leave(count: number): void {
    const gone = this.#waiting.splice(0, count);
    this.#bytes -= gone.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#left += count;
    const ready = this.#waiters.filter(({ upTo }) => upTo <= this.#left);
    this.#waiters = this.#waiters.filter(({ upTo }) => upTo > this.#left);
    for (const { resolve } of ready) resolve();
  }
}

type LostErrors = SojournLoss["messages"][number]["errors"];
