import type * as z from "zod";
import { HttpError, ProblemDocument, registeredRoutes } from "#http";
import { apiRoutes } from "../routes.ts";

type Problem = Partial<z.infer<typeof ProblemDocument>> & { readonly currentRevision?: number };

/** `Body` is what the test expects on success; the members of a problem are there on refusal. */
export type Answer<Body> = { readonly status: number; readonly headers: Headers; readonly body: Body & Problem };

export type CallOptions = {
  readonly key?: string;
  /** Sent as JSON, unless it is text, bytes or a stream already. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
};

export type Call = <Body = unknown>(request: string, options?: CallOptions) => Promise<Answer<Body>>;

/** Calls the route handlers themselves, as Next does: `call("GET /api/journeys?page=2")`. */
export function apiClient(defaultKey: string): Call {
  return async <Body>(request: string, options: CallOptions = {}) => {
    const [method = "", address = ""] = request.split(" ");
    const response = await send(method, address, { key: defaultKey, ...options });
    const text = await response.text();
    const body = (text === "" ? null : JSON.parse(text)) as Body & Problem;
    requireDocumented(method, address, response.status, body);
    return { status: response.status, headers: response.headers, body };
  };
}

/** Every answer in every test must be what the OpenAPI document says of it. */
function requireDocumented(method: string, address: string, status: number, body: unknown): void {
  if (status === 204) return;
  const { path } = findHandler(method, new URL(address, "http://localhost").pathname);
  const info = registeredRoutes().find((route) => route.method === method && route.path === path);
  const schema = status < 400 ? info?.response : ProblemDocument;
  const parsed = schema?.safeParse(body);
  if (!parsed?.success)
    throw new Error(`${method} ${path} answered ${status} not as documented: ${parsed?.error.message}`);
}

/** The bare response, for streams. */
export async function send(
  method: string,
  address: string,
  options: CallOptions,
  signal?: AbortSignal,
): Promise<Response> {
  const url = new URL(address, "http://localhost");
  const { handler, params } = findHandler(method, url.pathname);
  const body = bodyOf(options.body);
  const headers = { ...(options.key ? { authorization: `Bearer ${options.key}` } : {}), ...options.headers };
  const streaming = body instanceof ReadableStream ? { duplex: "half" } : {};
  const init = {
    method,
    headers,
    ...streaming,
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  };
  const request = new Request(url, init);
  return handler(request, { params: Promise.resolve(params) });
}

/** What the handler of the request's address answers. */
export async function answerRequest(request: Request): Promise<Response> {
  const found = matchHandler(request.method, new URL(request.url).pathname);
  if (!found) throw new HttpError("not_found", "There is nothing at this address.");
  return found.handler(request, { params: Promise.resolve(found.params) });
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> | ReadableStream | undefined {
  if (typeof body === "string" || body instanceof ReadableStream || body === undefined) return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

function findHandler(method: string, pathname: string) {
  const found = matchHandler(method, pathname);
  if (!found) throw new Error(`no route for ${method} ${pathname}`);
  return found;
}

function matchHandler(method: string, pathname: string) {
  const parts = pathname.split("/");
  const matches = Object.entries(apiRoutes)
    .map(([path, module]) => ({ path, module, names: path.split("/") }))
    .filter(
      ({ names }) => names.length === parts.length && names.every((name, at) => isNamed(name) || name === parts[at]),
    )
    .sort((a, b) => a.names.filter(isNamed).length - b.names.filter(isNamed).length);
  const [found] = matches;
  const handler = found?.module[method as "GET"];
  if (!found || !handler) return null;
  const params = found.names.flatMap((name, at) =>
    isNamed(name) ? [[name.slice(1, -1), decodeURIComponent(parts[at] ?? "")] as const] : [],
  );
  return { path: found.path, handler, params: Object.fromEntries(params) };
}

const isNamed = (name: string): boolean => name.startsWith("[");
