import { MINUTE_MS } from "#times";
/** Where a caller stands after one more request. */
export type Allowance = {
  readonly allowed: boolean;
  readonly limit: number;
  readonly left: number;
  readonly resetSeconds: number;
};

const WINDOW_MS = MINUTE_MS;
const MAX_CALLERS = 100_000;

/** Counts requests a minute of each caller, in this process. `now` is in ms on any steady clock. */
export class RateLimiter {
  #windows = new Map<string, { count: number; endsAt: number }>();

  take(caller: string, limit: number, now: number): Allowance {
    const known = this.#windows.get(caller);
    const window = known && known.endsAt > now ? known : { count: 0, endsAt: now + WINDOW_MS };
    if (window !== known) this.#open(caller, window, now);
    window.count++;
    const resetSeconds = Math.max(1, Math.ceil((window.endsAt - now) / 1_000));
    return { allowed: window.count <= limit, limit, left: Math.max(0, limit - window.count), resetSeconds };
  }

  // Ordered by the start of the window, so that expired entries are first and can be removed.
  #open(caller: string, window: { count: number; endsAt: number }, now: number): void {
    this.#windows.delete(caller);
    this.#windows.set(caller, window);
    for (const [oldest, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size <= MAX_CALLERS) break;
      this.#windows.delete(oldest);
    }
  }
}

/** The headers of draft-ietf-httpapi-ratelimit-headers, and `Retry-After` if the limit is exceeded. */
export function rateHeaders(allowance: Allowance): Record<string, string> {
  return {
    "ratelimit-policy": `"minute";q=${allowance.limit};w=${WINDOW_MS / 1_000}`,
    ratelimit: `"minute";r=${allowance.left};t=${allowance.resetSeconds}`,
    ...(allowance.allowed ? {} : { "retry-after": String(allowance.resetSeconds) }),
  };
}
