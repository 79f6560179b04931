import { HttpError, type HttpErrorCode, problemResponse } from "#http";
import { openAuth } from "#services/accounts";

const CODES: Record<number, HttpErrorCode> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  422: "unprocessable",
  429: "too_many_requests",
};

/** Sign-in, sign-out and password changes are the account library's own; its refusals are made to look like all others. */
async function handle(request: Request): Promise<Response> {
  const auth = await openAuth();
  const response = await auth.handler(request);
  if (response.status < 400) return response;
  const body = (await response.json().catch(() => null)) as { message?: string } | null;
  const retry = response.headers.get("x-retry-after");
  const code = CODES[response.status] ?? "bad_request";
  const message = body?.message ?? "The request was refused.";
  return problemResponse(new HttpError(code, message, [], retry ? { "retry-after": retry } : {}));
}

export { handle as GET, handle as POST };
