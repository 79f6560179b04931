import type { FieldError } from "#services";

/** Refusals of the HTTP layer itself: an invalid body, a missing key, too many requests. */
export type HttpErrorCode =
  | "bad_request"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "method_not_allowed"
  | "too_large"
  | "unprocessable"
  | "too_many_requests"
  | "unavailable";

export const HTTP_STATUS: Record<HttpErrorCode, number> = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  too_large: 413,
  unprocessable: 422,
  too_many_requests: 429,
  unavailable: 503,
};

/** Thrown by the HTTP layer; becomes a problem+json of its status. */
export class HttpError extends Error {
  readonly code: HttpErrorCode;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  /** Added to the problem's members. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    code: HttpErrorCode,
    message: string,
    errors: readonly FieldError[] = [],
    headers: Readonly<Record<string, string>> = {},
    extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "HttpError";
    this.code = code;
    this.errors = errors;
    this.headers = headers;
    this.extra = extra;
  }
}
