import { ACCOUNT_BODY_BYTES, addressOf, HttpError, type HttpErrorCode, problemResponse, readJson } from "#http";
import { openAuth, tellIfAway, throttled } from "#services/accounts";

const CODES: Record<number, HttpErrorCode> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  413: "too_large",
  422: "unprocessable",
  429: "too_many_requests",
};

/**
 * The calls of the account library that the product uses, with their fields. It has thirty more, which change accounts
 * without our checks, so they are not routed.
 */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  "/api/auth/sign-in/email": ["email", "password"],
  "/api/auth/sign-out": [],
};

/**
 * Sign-in and sign-out are the account library's own; its errors are converted to problem documents.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const call = CALLS[new URL(request.url).pathname];
    if (!call) return nowhere();
    const { asked, body } = await bounded(request, call);
    const response = await answer(asked, body);
    return response.status < 400 ? response : await refusal(response);
  } catch (error) {
    return problemResponse(error);
  }
}

/** Attempts to sign in are counted. */
async function answer(request: Request, body: Readonly<Record<string, unknown>>): Promise<Response> {
  const auth = await openAuth();
  if (!request.url.endsWith("/sign-in/email")) return auth.handler(request);
  let failed: Response | null = null;
  const attempt = { kind: "password", account: String(body.email), address: addressOf(request.headers) } as const;
  const signedIn = await throttled(attempt, async () => {
    const response = await auth.handler(request);
    if (response.status === 200) return response;
    failed = response;
    return null;
  });
  return signedIn ?? failed ?? nowhere();
}

type Bounded = { readonly asked: Request; readonly body: Readonly<Record<string, unknown>> };

/** The same request reduced to the needed fields, because the library reads bodies of any size. */
async function bounded(request: Request, fields: readonly string[]): Promise<Bounded> {
  const body = await readJson(request, ACCOUNT_BODY_BYTES);
  const headers = new Headers(request.headers);
  for (const name of ["content-length", "content-encoding", "transfer-encoding"]) headers.delete(name);
  // The content type is passed on, so that the library can check it: a form of another site cannot send JSON.
  if (body === undefined) headers.set("content-type", "application/json");
  const given = body ?? {};
  if (typeof given !== "object" || Array.isArray(given))
    throw new HttpError("bad_request", "The body must be a JSON object.");
  const taken = Object.fromEntries(Object.entries(given).filter(([field]) => fields.includes(field)));
  const asked = new Request(request.url, { method: request.method, headers, body: JSON.stringify(taken) });
  return { asked, body: taken };
}

async function refusal(response: Response): Promise<Response> {
  if (response.status >= 500) await tellIfAway(new Error(`The account library answered ${response.status}.`));
  const body = (await response.json().catch(() => null)) as { message?: string } | null;
  const retry = response.headers.get("x-retry-after");
  const code = CODES[response.status] ?? "bad_request";
  const message = body?.message ?? "The request was refused.";
  return problemResponse(new HttpError(code, message, [], retry ? { "retry-after": retry } : {}));
}

const nowhere = (_request?: Request): Response =>
  problemResponse(new HttpError("not_found", "There is nothing at this address."));

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as PUT };
