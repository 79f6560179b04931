import createClient, { type Client } from "openapi-fetch";
import type { PropertiesOf, TrackName, TraitsOfPerson } from "../journeys/names.ts";
import { checkAnswers } from "./answers.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { SojournLoss } from "./errors.ts";
import { drainOrStop, flushBeforeExit } from "./exit.ts";
import {
  type AliasMessage,
  applicationEvent,
  type IdentifyMessage,
  type Message,
  type PageMessage,
  prepareMessage,
  type TrackMessage,
} from "./messages.ts";
import { MessageQueue, type QueueOptions, type Retry } from "./queue.ts";
import { readUrl } from "./read-url.ts";
import type { paths } from "./types/api.ts";

type Values = Readonly<Record<string, unknown>>;

/** Where the server is and which key to use, and how messages are queued. */
export type SojournOptions = Partial<QueueOptions> & {
  /** The server's address; `SOJOURN_URL` by default. */
  readonly url?: string;
  /** A secret key; `SOJOURN_SECRET_KEY`, else `ASCENDKIT_SECRET_KEY` by default. */
  readonly secretKey?: string;
  /** Whether what waits is sent before the process ends; true by default. */
  readonly flushOnExit?: boolean;
  /** How long the end of the process waits for that, in milliseconds; two minutes by default. */
  readonly exitTimeoutMs?: number;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
};

const DEFAULTS: Omit<QueueOptions, "onError" | "onRetry"> = {
  flushAt: 100,
  flushIntervalMs: 1_000,
  maxQueued: 10_000,
  maxQueuedBytes: 32 * 1024 * 1024,
  maxRetryMs: 10_000,
  requestTimeoutMs: 15_000,
};
const EXIT_TIMEOUT_MS = 120_000;
const MOST_IN_A_BATCH = 500;

/** A client of one Sojourn server: sends events through a queue, and calls the API as its document types it. */
export class Sojourn {
  /** Every address of the API: `answerOf(await sojourn.api.GET("/api/journeys"))`. */
  readonly api: Client<paths>;
  readonly url: string;
  readonly #queue: MessageQueue;
  readonly #clock: Clock;
  readonly #exitTimeoutMs: number;
  readonly #stayOnExit: () => void;

  constructor(options: SojournOptions = {}) {
    const { fetch: ask = fetch, clock = systemClock } = options;
    this.url = readUrl(options.url || process.env.SOJOURN_URL);
    const secretKey = options.secretKey || process.env.SOJOURN_SECRET_KEY || process.env.ASCENDKIT_SECRET_KEY;
    if (!secretKey) throw new TypeError("`secretKey` is needed, or SOJOURN_SECRET_KEY in the environment.");
    this.#clock = clock;
    this.#queue = new MessageQueue({ url: this.url, secretKey, fetch: ask }, queueOptions(options), clock);
    this.#exitTimeoutMs = options.exitTimeoutMs ?? EXIT_TIMEOUT_MS;
    this.#stayOnExit = options.flushOnExit === false ? () => {} : flushBeforeExit(this.#queue, this.#exitTimeoutMs);
    const headers = { authorization: `Bearer ${secretKey}`, accept: "application/json" };
    this.api = createClient<paths>({ baseUrl: this.url, headers, fetch: checkAnswers(this.url, ask) });
  }

  /** Messages that wait to be sent. */
  get queued(): number {
    return this.#queue.size;
  }

  /** An event of the application; the server knows it as `app.<event>`. False if the queue has no room. */
  track<const Name extends TrackName>(userId: string, event: Name, properties?: PropertiesOf<Name>): boolean;
  track(message: TrackMessage): boolean;
  track(first: string | TrackMessage, event = "", properties?: Values): boolean {
    const message = typeof first === "string" ? { userId: first, event, ...(properties && { properties }) } : first;
    const name = typeof message.event === "string" && message.event.trim() ? applicationEvent(message.event) : "";
    return this.#add({ ...message, type: "track", event: name });
  }

  /** What is known of a person: traits are merged, `null` removes one. */
  identify(userId: string, traits?: TraitsOfPerson): boolean;
  identify(message: IdentifyMessage): boolean;
  identify(first: string | IdentifyMessage, traits?: Values): boolean {
    const message = typeof first === "string" ? { userId: first, ...(traits && { traits }) } : first;
    return this.#add({ ...message, type: "identify" });
  }

  /** Says that two ids are one person. */
  alias(message: AliasMessage): boolean {
    return this.#add({ ...message, type: "alias" });
  }

  /** A page that was viewed; `properties` has its `url`, `path` and `title`. */
  page(message: PageMessage): boolean {
    return this.#add({ ...message, type: "page" });
  }

  /** Messages of any type with their names as they are: the way for reserved names such as `user.login`. */
  batch(messages: readonly Message[]): boolean {
    const now = this.#clock.now();
    const prepared = messages.map((message) => prepareMessage(message, now));
    return prepared.map((message) => this.#queue.add(message)).every(Boolean);
  }

  /**
   * Resolves when everything that was handed over was stored or refused. With a time limit it rejects when that is over,
   * and goes on trying.
   */
  async flush({ timeoutMs }: { readonly timeoutMs?: number } = {}): Promise<void> {
    const flushed = this.#queue.flush();
    if (timeoutMs === undefined) return flushed;
    await new Promise<void>((resolve, reject) => {
      const late = () => reject(new Error(`${this.queued} messages wait to be sent after ${timeoutMs} ms.`));
      const cancel = this.#clock.after(timeoutMs, late, true);
      void flushed.then(() => {
        cancel();
        resolve();
      });
    });
  }

  /** Sends what waits, for at most the given time, and takes nothing more. What is left is reported as unsent. */
  async close({ timeoutMs = this.#exitTimeoutMs }: { readonly timeoutMs?: number } = {}): Promise<void> {
    await drainOrStop(this.#queue, timeoutMs);
    this.#queue.stop();
    this.#stayOnExit();
  }

  #add(message: Message): boolean {
    return this.#queue.add(prepareMessage(message, this.#clock.now()));
  }
}

function queueOptions(options: SojournOptions): QueueOptions {
  const chosen = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]) {
    const value = options[name];
    if (value === undefined) continue;
    if (!Number.isSafeInteger(value) || value < 1) throw new TypeError(`\`${name}\` is a whole number from 1.`);
    chosen[name] = value;
  }
  if (chosen.flushAt > MOST_IN_A_BATCH) throw new TypeError(`\`flushAt\` is at most ${MOST_IN_A_BATCH}.`);
  return { ...chosen, onError: guarded(options.onError ?? warn), onRetry: guarded(options.onRetry ?? (() => {})) };
}

/** An error in the application's own function does not stop the queue. */
function guarded<Told extends SojournLoss | Retry>(tell: (told: Told) => void): (told: Told) => void {
  return (told) => {
    try {
      tell(told);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error), "SojournWarning");
    }
  };
}

const warn = (loss: SojournLoss): void => process.emitWarning(loss.message, "SojournWarning");
