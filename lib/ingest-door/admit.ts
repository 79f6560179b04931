import type { IncomingMessage } from "node:http";
import {
  authenticateRequest,
  type Caller,
  HttpError,
  RateLimiter,
  rateHeaders,
  requireCallerRole,
  requireCallerScopes,
} from "#http";
import { addressGroup } from "#services/accounts";
import { LONGEST_ADDRESS } from "#values";
import { requireOwnOrigin } from "./cors.ts";
import type { SiteOrigins } from "./site-origins.ts";

export type Limits = {
  /** Requests a minute of one address with a publishable key. */
  readonly publishable: number;
  /** Requests a minute of a secret key; `null` is without limit. */
  readonly secret: number | null;
};

/** The address of the caller; `null` if there is no socket. */
export type Address = string | null;

/** The address of a request: the socket's, or the last entry of `X-Forwarded-For`, which our own proxy wrote. */
export function clientAddress(incoming: IncomingMessage, trustProxy: boolean): Address {
  const forwarded = trustProxy ? [incoming.headers["x-forwarded-for"] ?? []].flat().join(",") : "";
  const last = forwarded.split(",").at(-1)?.trim();
  return last && last.length <= LONGEST_ADDRESS ? last : (incoming.socket.remoteAddress ?? null);
}

/** What the handlers of the door know of a request besides itself. */
export type Bindings = { Bindings: { address: Address } };

export type Admitted = { readonly caller: Caller; readonly headers: Record<string, string> };

/** Decides whether a request may send events: key, origin, rate. */
export class Admission {
  readonly #origins: SiteOrigins;
  readonly #limits: Limits;
  readonly #limiter = new RateLimiter();

  constructor(origins: SiteOrigins, limits: Limits) {
    this.#origins = origins;
    this.#limits = limits;
  }

  /** `key` is from outside the headers; without it the headers are used. */
  async admit(request: Request, key: string | null, address: Address): Promise<Admitted> {
    const caller = await authenticateRequest(request.headers, { publishable: true, key });
    if (caller.via !== "publishable") {
      requireCallerRole(caller, "editor");
      requireCallerScopes(caller, ["send"]);
    }
    await requireOwnOrigin(request, caller, this.#origins);
    return { caller, headers: this.#count(caller, address) };
  }

  #count(caller: Caller, address: Address): Record<string, string> {
    const limit = caller.via === "publishable" ? this.#limits.publishable : this.#limits.secret;
    if (limit === null) return {};
    const who = caller.via === "publishable" ? `${caller.actor.id} ${addressGroup(address ?? "")}` : caller.actor.id;
    const allowance = this.#limiter.take(who, limit, performance.now());
    const headers = rateHeaders(allowance);
    if (allowance.allowed) return headers;
    throw new HttpError("too_many_requests", `At most ${limit} requests a minute.`, [], headers);
  }
}

/** Whether the request has its key outside the body. */
export function hasKey(request: Request): boolean {
  return hasCredential(request) || keyInAddress(request) !== null;
}

/** The key besides the headers: `?key=` of beacons, else Segment's `writeKey` in the body. */
export function keyOf(request: Request, bodyKey: string | null): string | null {
  return hasCredential(request) ? null : (keyInAddress(request) ?? bodyKey);
}

function keyInAddress(request: Request): string | null {
  return new URL(request.url).searchParams.get("key");
}

function hasCredential(request: Request): boolean {
  return request.headers.has("authorization") || request.headers.has("api-key");
}
