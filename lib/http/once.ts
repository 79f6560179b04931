import { createHash } from "node:crypto";
import { type Context, fieldError } from "#services";
import { claimKey, dropKey, keepAnswer } from "#services/idempotency";
import { HttpError } from "./http-error.ts";

const HEADER = "idempotency-key";
/** Headers that are stored with the answer. */
const KEPT = ["content-type", "etag", "x-request-id"];

/**
 * Runs a request once per `Idempotency-Key`: repeats within a day get the first answer. Only success is stored; refused
 * or failed requests may be repeated.
 */
export async function once(
  ctx: Context,
  request: Request,
  body: unknown,
  answer: () => Promise<Response>,
): Promise<Response> {
  const key = readIdempotencyKey(request.headers);
  if (key === null) return answer();
  const { kind, id } = ctx.actor;
  const asked = JSON.stringify([request.method, new URL(request.url).pathname, `${kind}:${id}`, body ?? null]);
  const known = await claimKey(ctx, key, createHash("sha256").update(asked).digest("hex"));
  if (known) {
    const headers = { ...known.headers, "idempotent-replayed": "true" };
    return new Response(known.body, { status: known.status, headers });
  }
  try {
    const response = await answer();
    await keep(ctx, key, response);
    return response;
  } catch (error) {
    await dropKey(ctx, key);
    throw error;
  }
}

async function keep(ctx: Context, key: string, response: Response): Promise<void> {
  if (!response.ok) return dropKey(ctx, key);
  const headers = KEPT.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const body = response.status === 204 ? null : await response.clone().text();
  await keepAnswer(ctx, key, { status: response.status, body, headers: Object.fromEntries(headers) });
}

/** The request's `Idempotency-Key`, or `null` without one. */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get(HEADER);
  if (key === null) return null;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  const message = "Idempotency-Key must be 1 to 255 visible characters without spaces.";
  throw new HttpError("bad_request", message, [fieldError(["Idempotency-Key"], message)]);
}
