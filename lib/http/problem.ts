import * as z from "zod";
import { log, logContext } from "#log";
import { type FieldError, isDatabaseAway, ServiceError, type ServiceErrorCode } from "#services";
import { HTTP_STATUS, HttpError } from "./http-error.ts";

/** The RFC 9457 document of every refusal of the API. */
export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(
      z.object({
        pointer: z.string(),
        field: z.string().nullable(),
        nodeId: z.string().optional(),
        edgeId: z.string().optional(),
        code: z.string().optional(),
        message: z.string(),
      }),
    ),
    requestId: z.string(),
  })
  .meta({ id: "ProblemDocument" });

const SERVICE_STATUS: Record<ServiceErrorCode, number> = {
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  invalid: 422,
  unreadable: 400,
  forbidden: 403,
  too_large: 413,
  busy: 503,
  too_many_requests: 429,
};

const BUSY_SECONDS = "5";

const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  412: "Changed in the meantime",
  413: "Too large",
  422: "Not valid",
  429: "Too many requests",
  500: "Something went wrong",
  503: "Not available",
};

function retryHeaders({ code, extra }: ServiceError): Readonly<Record<string, string>> {
  if (code === "busy") return { "retry-after": BUSY_SECONDS };
  return code === "too_many_requests" ? { "retry-after": String(extra.retryAfter) } : {};
}

const MAX_ERRORS = 100;

/** The embedded database restarts within seconds, so a short wait is enough. */
const RETRY_AFTER_S = "2";

/**
 * The one place where an error becomes an answer: 503 while the database is unavailable; unknown errors are logged once
 * and answered with an opaque 500.
 */
export function problemResponse(
  error: unknown,
  requestId: string = currentRequestId(),
  extraHeaders: Readonly<Record<string, string>> = {},
): Response {
  if (isHttpError(error)) {
    const headers = { ...extraHeaders, ...error.headers };
    return respond(requestId, { ...said(error), status: HTTP_STATUS[error.code], headers });
  }
  if (isServiceError(error)) {
    const headers = { ...extraHeaders, ...retryHeaders(error) };
    return respond(requestId, { ...said(error), status: SERVICE_STATUS[error.code], headers });
  }
  if (isDatabaseAway(error)) {
    const detail = "The database is not available at the moment. Try again.";
    return respond(requestId, { status: 503, code: "unavailable", detail, headers: extraHeaders });
  }
  log.error("a request failed", { requestId, error });
  const detail = "The request failed. The log has the details under this request id.";
  return respond(requestId, { status: 500, code: "internal", detail, headers: extraHeaders });
}

/** The id of the request that is being answered; a new one where no server gave it one. */
export const currentRequestId = (): string => logContext().requestId ?? crypto.randomUUID();

const said = ({ code, message, errors, extra }: HttpError | ServiceError) => ({ code, detail: message, errors, extra });

// Next and the server may each hold a copy of a class, and so may two routes: what is held on globalThis throws errors of
// the copy that made it. So the name decides where `instanceof` does not.
function isHttpError(error: unknown): error is HttpError {
  return error instanceof HttpError || (error instanceof Error && error.name === "HttpError" && "code" in error);
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof ServiceError || (error instanceof Error && error.name === "ServiceError" && "code" in error);
}

type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
};

function respond(requestId: string, { status, code, detail, errors = [], extra, headers }: Refusal): Response {
  const title = TITLES[status] ?? "Error";
  const type = `urn:sojourn:problem:${code}`;
  const problem = { ...extra, type, title, status, code, detail, errors: errors.slice(0, MAX_ERRORS), requestId };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "x-request-id": requestId,
      ...(status === 503 ? { "retry-after": RETRY_AFTER_S } : {}),
      ...headers,
    },
  });
}
