import { ApiProblem } from "./problem.ts";

export type Query = Record<string, string | number | boolean | null | undefined>;

export type RequestOptions = {
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** `/api/people?search=ada` from a path and its query; empty values are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(key, String(value));
  }
  return search.size ? `${path}?${search}` : path;
}

async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const hasBody = options.body !== undefined;
  const body = hasBody ? { body: JSON.stringify(options.body) } : {};
  try {
    return await fetch(address(path, options.query), {
      method,
      headers: {
        accept: "application/json",
        ...(hasBody ? { "content-type": "application/json" } : {}),
        ...options.headers,
      },
      credentials: "same-origin",
      ...body,
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiProblem(0, {
      code: "unreachable",
      title: "The server cannot be reached. Check that Sojourn is running.",
    });
  }
}

async function request<Answer>(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(method, path, options);
  const text = await response.text();
  const body = parseBody(text);
  if (!response.ok) throw problemOf(response, path, asObject(body));
  return body as Answer;
}

/** The answer as a file. */
async function requestFile(path: string): Promise<Blob> {
  const response = await send("GET", path, { headers: { accept: "*/*" } });
  if (!response.ok) throw problemOf(response, path, asObject(parseBody(await response.text())));
  return await response.blob();
}

const SIGNED_OUT = "You were signed out. Sign in to continue; what you entered stays while this page is open.";

/** A page reports a lost session, not a missing token. */
function problemOf({ status, statusText }: Response, path: string, body: Record<string, unknown>): ApiProblem {
  const isSessionLost = status === 401 && !path.startsWith("/api/auth/");
  return new ApiProblem(status, { title: statusText, ...body, ...(isSessionLost ? { detail: SIGNED_OUT } : {}) });
}

function parseBody(text: string): unknown {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function asObject(body: unknown): Record<string, unknown> {
  return body && typeof body === "object" ? (body as Record<string, unknown>) : {};
}

/** The HTTP API with the session's cookie. Throws `ApiProblem` for every answer outside 2xx. */
export const api = {
  file: requestFile,
  get: <Answer>(path: string, options?: RequestOptions) => request<Answer>("GET", path, options),
  post: <Answer>(path: string, body?: unknown, options?: RequestOptions) =>
    request<Answer>("POST", path, { ...options, body: body ?? {} }),
  put: <Answer>(path: string, body?: unknown, options?: RequestOptions) =>
    request<Answer>("PUT", path, { ...options, body }),
  patch: <Answer>(path: string, body?: unknown, options?: RequestOptions) =>
    request<Answer>("PATCH", path, { ...options, body }),
  delete: <Answer>(path: string, options?: RequestOptions) => request<Answer>("DELETE", path, options),
};
