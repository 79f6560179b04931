/** The error codes of services. */
export type ServiceErrorCode =
  | "not_found"
  | "conflict"
  | "precondition_failed"
  | "invalid"
  | "unreadable"
  | "forbidden"
  | "too_large"
  | "busy"
  | "too_many_requests";

/** One error of an input: `pointer` is a JSON pointer into it, `field` the same path with dots. */
export type FieldError = {
  readonly pointer: string;
  readonly field: string | null;
  readonly nodeId?: string;
  readonly edgeId?: string;
  readonly code?: string;
  readonly message: string;
};

/** Thrown by services only; `lib/http` maps the code to a status once. `extra` is added to the problem's members. */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  readonly errors: readonly FieldError[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    code: ServiceErrorCode,
    message: string,
    errors: readonly FieldError[] = [],
    extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "ServiceError";
    this.code = code;
    this.errors = errors;
    this.extra = extra;
  }
}

/** The object does not exist in this workspace; it may exist in another one. */
export const notFound = (noun: string) => new ServiceError("not_found", `There is no such ${noun}.`);
export const conflict = (message: string, extra: Record<string, unknown> = {}) =>
  new ServiceError("conflict", message, [], extra);
export const forbidden = (message: string) => new ServiceError("forbidden", message);
/** Too many other tasks are running; the request may be repeated soon. */
export const busy = () =>
  new ServiceError("busy", "Too many tasks are running at the moment. Try again in a few seconds.");
/** Failed attempts to sign in; `retryAfter` is in seconds. */
export const tooManyAttempts = (retryAfter: number) => {
  const minutes = Math.ceil(retryAfter / 60);
  const wait = minutes <= 1 ? "a minute" : `${minutes} minutes`;
  return new ServiceError("too_many_requests", `Too many failed attempts. Wait ${wait} and try again.`, [], {
    retryAfter,
  });
};
export const invalid = (message: string, errors: readonly FieldError[]) => new ServiceError("invalid", message, errors);

/** One refused field by its path, e.g. `["people", 3, "userId"]`. */
export function fieldError(path: readonly PropertyKey[], message: string): FieldError {
  return { pointer: pointerOf(path), field: path.length === 0 ? null : path.map(String).join("."), message };
}

export function invalidField(path: readonly PropertyKey[], message: string): ServiceError {
  return invalid(message, [fieldError(path, message)]);
}

/** RFC 6901. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
