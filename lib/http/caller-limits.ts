import { processSingleton } from "#process";
import type { Caller } from "./authenticate.ts";
import { HttpError } from "./http-error.ts";
import { RateLimiter } from "./rate-limiter.ts";

/** Limits of one caller per kind of work, counted in this process. */
export type CallerLimit = {
  /** Routes that name the same kind share its counts. */
  readonly kind: "trial" | "check" | "render" | "stream" | "agent" | "verify" | "export";
  readonly atOnce: number;
  readonly perMinute?: number;
};

/** Work that costs seconds of a processor. */
export const TRIAL_LIMIT: CallerLimit = { kind: "trial", atOnce: 2, perMinute: 240 };
/** Drafts validated during editing. */
export const CHECK_LIMIT: CallerLimit = { kind: "check", atOnce: 4 };
/** Messages rendered for preview. */
export const RENDER_LIMIT: CallerLimit = { kind: "render", atOnce: 4 };
/** Calls of an agent's tools, trials among them. */
export const AGENT_LIMIT: CallerLimit = { kind: "agent", atOnce: 4, perMinute: 240 };
/** Live streams: each queries the database every second while it is open. */
export const STREAM_LIMIT: CallerLimit = { kind: "stream", atOnce: 10 };
/** Mails to addresses that a caller names, and requests to name servers. */
export const VERIFY_LIMIT: CallerLimit = { kind: "verify", atOnce: 4, perMinute: 30 };

/** All that is stored about a person, kept in a file while it is sent. */
export const EXPORT_LIMIT: CallerLimit = { kind: "export", atOnce: 2, perMinute: 30 };

const SOON_SECONDS = "1";

export class CallerLimits {
  readonly #running = new Map<string, number>();
  readonly #limiter = new RateLimiter();

  /** Counts one more, or throws 429; call the returned function when the work has ended. */
  enter(caller: Pick<Caller, "actor">, { kind, atOnce, perMinute }: CallerLimit, now: number): () => void {
    const key = `${kind} ${caller.actor.id}`;
    const running = this.#running.get(key) ?? 0;
    if (running >= atOnce)
      throw tooMany(`You already have ${atOnce} of these requests running; wait until one ends.`, SOON_SECONDS);
    if (perMinute !== undefined) {
      const { allowed, resetSeconds } = this.#limiter.take(key, perMinute, now);
      if (!allowed) throw tooMany(`At most ${perMinute} of these requests a minute.`, String(resetSeconds));
    }
    this.#running.set(key, running + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const others = (this.#running.get(key) ?? 1) - 1;
      if (others > 0) this.#running.set(key, others);
      else this.#running.delete(key);
    };
  }
}

const tooMany = (message: string, seconds: string) =>
  new HttpError("too_many_requests", message, [], { "retry-after": seconds });

export const callerLimits = processSingleton("caller limits", () => new CallerLimits());
