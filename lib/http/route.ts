import type * as z from "zod";
import { type Context, openContext } from "#services";
import { describeSpan } from "#traces";
import { textFault } from "#values";
import { answerFigures } from "./answer-figures.ts";
import { asSeenBy, maskingFor } from "./as-seen-by.ts";
import { authenticateRequest, type Caller, requireCallerRole } from "./authenticate.ts";
import { BODY_BYTES } from "./body-sizes.ts";
import { type CallerLimit, callerLimits } from "./caller-limits.ts";
import { countRequest } from "./count-request.ts";
import { HttpError } from "./http-error.ts";
import { inputErrors, summarize } from "./input-errors.ts";
import { ROUTE_SCOPES, requireCallerScopes } from "./key-scopes.ts";
import { once } from "./once.ts";
import { currentRequestId, problemResponse } from "./problem.ts";
import { readJson } from "./read-body.ts";
import { type RouteInfo, registerRoute } from "./registry.ts";
import { Reply } from "./reply.ts";
import { requireSameOrigin } from "./same-origin.ts";

type Input<Params, Query, Body> = {
  readonly ctx: Context;
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The body as it was sent, with the fields that its schema leaves out; valid like `body`. */
  readonly given: unknown;
  readonly request: Request;
};

type Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Omit<
  RouteInfo,
  "params" | "query" | "body" | "response" | "role" | "repeatable"
> & {
  readonly role: "viewer" | "editor" | "owner";
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Maximum bytes of a body; 1 MB by default. */
  readonly maxBytes?: number;
  /** The answer is made of counts and sums, so that a standby up to a second behind may give it. */
  readonly figures?: true;
  /** Limits per caller: at once and per minute. */
  readonly limit?: CallerLimit;
  /** Members may call before they have the second factor that the workspace requires. */
  readonly withoutSecondFactor?: true;
  readonly response: R;
  readonly handler: (
    input: Input<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<z.input<R> | Reply<z.input<R>> | Response>;
};

/** A Next route handler. `context.params` are the named parts of the path. */
export type RouteHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * Makes a route: authenticates, checks the role, parses input, calls the handler, and turns every error into
 * problem+json.
 */
export function route<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(definition: Definition<P, Q, B, R>): RouteHandler {
  const repeatable = definition.method === "POST";
  registerRoute({ ...(definition as unknown as RouteInfo), repeatable });
  return async (request, context) => {
    const requestId = currentRequestId();
    describeSpan({ "http.route": definition.path }, { name: `${definition.method} ${definition.path}` });
    let headers: Record<string, string> = {};
    let leave = () => {};
    try {
      const caller = await authenticateRequest(request.headers, {
        withoutSecondFactor: definition.withoutSecondFactor,
      });
      headers = countRequest(caller);
      if (caller.via === "session") requireSameOrigin(request);
      requireCallerRole(caller, definition.role);
      requireCallerScopes(caller, ROUTE_SCOPES[`${definition.method} ${definition.path}`]);
      if (definition.limit) leave = callerLimits.enter(caller, definition.limit, performance.now());
      const params = parseParams(definition.params, await context.params) as z.output<P>;
      const query = parseQuery(definition.query, new URL(request.url).searchParams) as z.output<Q>;
      const read = await readBody(definition.body, request, definition.maxBytes ?? BODY_BYTES);
      const { given } = read;
      const body = read.body as z.output<B>;
      const ctx = openContext(caller.workspaceId, caller.actor);
      const masking = await maskingFor(ctx, definition, query);
      const ask = (from: Context) => definition.handler({ ctx: from, caller, params, query, body, given, request });
      const answer = async () => {
        const answered = await (definition.figures ? answerFigures(caller, ask) : ask(ctx));
        return toResponse(answered, definition.status ?? 200, requestId);
      };
      const response = await (repeatable ? once(ctx, request, body, answer) : answer());
      const seen = masking ? await asSeenBy(ctx, masking, response, { params, query, body }) : response;
      return withHeaders(seen, headers);
    } catch (error) {
      return problemResponse(error, requestId, headers);
    } finally {
      leave();
    }
  };
}

/** A path that is not a valid id names an object that does not exist. */
export function parseParams(schema: z.ZodType | undefined, params: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new HttpError("not_found", "There is nothing at this address.");
  return parsed.data;
}

function parseQuery(schema: z.ZodType | undefined, search: URLSearchParams): unknown {
  if (!schema) return undefined;
  const values: Record<string, string> = {};
  for (const [name, value] of search) {
    const fault = textFault(value) ?? textFault(name);
    if (fault) throw new HttpError("bad_request", `The parameter ${JSON.stringify(name)} ${fault}.`);
    if (value !== "") values[name] = value;
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const errors = inputErrors(parsed.error, values);
  throw new HttpError("bad_request", summarize(errors), errors);
}

export async function parseBody(schema: z.ZodType | undefined, request: Request, maxBytes: number): Promise<unknown> {
  return (await readBody(schema, request, maxBytes)).body;
}

async function readBody(
  schema: z.ZodType | undefined,
  request: Request,
  maxBytes: number,
): Promise<{ readonly body: unknown; readonly given: unknown }> {
  if (!schema) return { body: undefined, given: undefined };
  const value = await readJson(request, maxBytes);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { body: parsed.data, given: value };
  if (value === undefined) throw new HttpError("bad_request", "A JSON body is needed.");
  const errors = inputErrors(parsed.error, value);
  throw new HttpError("unprocessable", summarize(errors), errors);
}

export function toResponse(answer: unknown, status: number, requestId: string): Response {
  if (answer instanceof Response) return answer;
  const reply = answer instanceof Reply ? answer : new Reply(answer);
  const headers = new Headers({
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-request-id": requestId,
    ...reply.headers,
  });
  for (const cookie of reply.cookies) headers.append("set-cookie", cookie);
  return new Response(JSON.stringify(reply.body), { status: reply.status ?? status, headers });
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
