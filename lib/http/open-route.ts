import type * as z from "zod";
import { ADDRESS_HEADER, addressGroup } from "#services/accounts";
import { ACCOUNT_BODY_BYTES } from "./body-sizes.ts";
import { HttpError } from "./http-error.ts";
import { currentRequestId, problemResponse } from "./problem.ts";
import { RateLimiter, rateHeaders } from "./rate-limiter.ts";
import { type Method, registerRoute } from "./registry.ts";
import { parseBody } from "./route.ts";
import { requireSameOrigin } from "./same-origin.ts";

type OpenDefinition<B extends z.ZodType> = {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly body?: B;
  readonly response: z.ZodType;
  /** Requests a minute of one address. */
  readonly perMinute: number;
  readonly handler: (input: { readonly body: z.output<B>; readonly request: Request }) => Promise<Response>;
};

/** Makes a route that needs no key or session; limits requests per address, to slow down guessing. */
export function openRoute<B extends z.ZodType = z.ZodUndefined>(
  definition: OpenDefinition<B>,
): (request: Request) => Promise<Response> {
  const { perMinute, handler, ...info } = definition;
  registerRoute({ ...info, tags: ["Accounts"], role: "public" });
  const limiter = new RateLimiter();
  const count = (address: string) => {
    const allowance = limiter.take(addressGroup(address), perMinute, performance.now());
    if (allowance.allowed) return;
    throw new HttpError("too_many_requests", "Too many attempts. Wait a minute.", [], rateHeaders(allowance));
  };
  return async (request) => {
    const requestId = currentRequestId();
    try {
      requireSameOrigin(request);
      count(request.headers.get(ADDRESS_HEADER) ?? "");
      const body = (await parseBody(definition.body, request, ACCOUNT_BODY_BYTES)) as z.output<B>;
      return await handler({ body, request });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}
