import { config } from "#config";
import { processSingleton } from "#process";
import type { Caller } from "./authenticate.ts";
import { HttpError } from "./http-error.ts";
import { RateLimiter, rateHeaders } from "./rate-limiter.ts";

const limiter = processSingleton("rate limiter", () => new RateLimiter());

/** Counts a secret key's request against `SOJOURN_RATE_LIMIT`, if that is set; the answer carries the headers. Throws 429. */
export function countRequest(caller: Caller): Record<string, string> {
  const limit = config().rateLimit;
  if (caller.via !== "secret" || limit === null) return {};
  const allowance = limiter.take(caller.actor.id, limit, performance.now());
  const headers = rateHeaders(allowance);
  if (allowance.allowed) return headers;
  throw new HttpError("too_many_requests", `At most ${limit} requests a minute.`, [], headers);
}
