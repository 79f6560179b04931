import type * as z from "zod";
import { ADDRESS_HEADER } from "#services/accounts";
import { HttpError } from "./http-error.ts";
import { problemResponse } from "./problem.ts";
import { type Method, registerRoute } from "./registry.ts";
import { parseBody } from "./route.ts";
import { requireSameOrigin } from "./same-origin.ts";

const WINDOW_MS = 60_000;
const MAX_BYTES = 16 * 1024;

type OpenDefinition<B extends z.ZodType> = {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly body: B;
  readonly response: z.ZodType;
  /** Requests a minute of one address. */
  readonly perMinute: number;
  readonly handler: (input: { readonly body: z.output<B>; readonly request: Request }) => Promise<Response>;
};

/** Makes a route for callers who are nobody yet: no key or session is asked for, and guessing is slowed down. */
export function openRoute<B extends z.ZodType>(definition: OpenDefinition<B>): (request: Request) => Promise<Response> {
  const { perMinute, handler, ...info } = definition;
  registerRoute({ ...info, tags: ["Accounts"], role: "public" });
  const seen = new Map<string, number>();
  let windowEndsAt = 0;
  const count = (address: string) => {
    const now = Date.now();
    if (now >= windowEndsAt) {
      seen.clear();
      windowEndsAt = now + WINDOW_MS;
    }
    const times = (seen.get(address) ?? 0) + 1;
    seen.set(address, times);
    if (times <= perMinute) return;
    const wait = String(Math.ceil((windowEndsAt - now) / 1000));
    throw new HttpError("too_many_requests", "Too many attempts. Wait a minute.", [], { "retry-after": wait });
  };
  return async (request) => {
    const requestId = crypto.randomUUID();
    try {
      requireSameOrigin(request);
      count(request.headers.get(ADDRESS_HEADER) ?? "");
      const body = (await parseBody(definition.body, request, MAX_BYTES)) as z.output<B>;
      return await handler({ body, request });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}
