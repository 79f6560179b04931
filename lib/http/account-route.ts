import type * as z from "zod";
import { ADDRESS_HEADER, addressGroup, readSession, type SignedIn, verifyToken } from "#services/accounts";
import { addressOf, credentialOf, requireCharacters, requireSecondFactor, unauthorized } from "./authenticate.ts";
import { ACCOUNT_BODY_BYTES } from "./body-sizes.ts";
import { HttpError } from "./http-error.ts";
import { problemResponse } from "./problem.ts";
import { RateLimiter, rateHeaders } from "./rate-limiter.ts";
import { type Method, registerRoute } from "./registry.ts";
import type { Reply } from "./reply.ts";
import { parseBody, parseParams, type RouteHandler, toResponse } from "./route.ts";
import { requireSameOrigin } from "./same-origin.ts";

/** The signed-in user of a request, and the network address that it came from. */
export type AccountCaller = SignedIn & {
  readonly address: string | null;
  /** Whether it came with a cookie, so that a new session is a new cookie. */
  readonly isBrowser: boolean;
};

type Definition<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: P;
  readonly body?: B;
  readonly status?: number;
  readonly response: R;
  /** Requests a minute of one address; 60 by default. */
  readonly perMinute?: number;
  /** It may be called before the second factor is given. */
  readonly beforeSecondFactor?: true;
  readonly handler: (input: {
    readonly account: AccountCaller;
    readonly params: z.output<P>;
    readonly body: z.output<B>;
    readonly request: Request;
  }) => Promise<z.input<R> | Reply<z.input<R>> | Response>;
};

/**
 * Makes a route about the caller's own account: it takes a session or a token of a sign-in, never a key, and asks for no
 * membership, because an account belongs to no workspace.
 */
export function accountRoute<
  P extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(definition: Definition<P, B, R>): RouteHandler {
  const { perMinute = 60, beforeSecondFactor = false, handler, ...info } = definition;
  registerRoute({ ...info, tags: ["Accounts"], role: "public" });
  const limiter = new RateLimiter();
  const count = (address: string) => {
    const allowance = limiter.take(addressGroup(address), perMinute, performance.now());
    if (!allowance.allowed)
      throw new HttpError("too_many_requests", "Too many attempts. Wait a minute.", [], rateHeaders(allowance));
  };
  return async (request, context) => {
    const requestId = crypto.randomUUID();
    try {
      count(request.headers.get(ADDRESS_HEADER) ?? "");
      const account = await callerOf(request);
      if (!beforeSecondFactor) requireSecondFactor(account);
      const params = parseParams(definition.params, await context.params) as z.output<P>;
      const body = (await parseBody(definition.body, request, ACCOUNT_BODY_BYTES)) as z.output<B>;
      const answer = await handler({ account, params, body, request });
      return toResponse(answer, definition.status ?? 200, requestId);
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

async function callerOf(request: Request): Promise<AccountCaller> {
  const { headers } = request;
  const credential = credentialOf(headers);
  if (credential !== null) requireCharacters(credential);
  if (credential && /^[sp]k_/.test(credential))
    throw new HttpError("forbidden", "A key has no account; sign in, or send a token of a sign-in.");
  const user = credential === null ? await readSession(headers) : await verifyToken(credential);
  if (!user) throw unauthorized("Sign in first.");
  if (credential === null) requireSameOrigin(request);
  return { ...user, address: addressOf(headers), isBrowser: credential === null };
}
