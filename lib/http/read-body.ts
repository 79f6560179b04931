import type { FieldError } from "#services";
import { HttpError } from "./http-error.ts";
import { findUnstorable } from "./unstorable.ts";

/**
 * The parsed JSON of a request, or `undefined` when the body is empty. Refuses a body that is too large, not UTF-8, not
 * JSON, or in which `fault` finds something: by default, values that cannot be stored.
 */
export async function readJson(
  request: Request,
  maxBytes: number,
  fault: (value: unknown) => FieldError | null = findUnstorable,
): Promise<unknown> {
  const text = await readText(request, maxBytes);
  if (text.trim() === "") return undefined;
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    throw new HttpError("bad_request", `The body is not valid JSON: ${(error as Error).message}`);
  }
  const unstorable = fault(value);
  if (unstorable) throw new HttpError("unprocessable", unstorable.message, [unstorable]);
  return value;
}

/** The bytes of a body, read up to the limit only, because the announced size may be missing or wrong. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts, size);
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const bytes = await readBytes(request, maxBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new HttpError("bad_request", "The body is not valid UTF-8.");
  }
}

function tooLarge(maxBytes: number): HttpError {
  return new HttpError("too_large", `The body may have ${Math.floor(maxBytes / 1024)} KB at most.`);
}

/** Digits in a row that may be a whole number beyond 2^53. */
const MANY_DIGITS = /\d{16}/;
const WHOLE = /^-?\d+$/;

type Written = { readonly source?: string };

/**
 * Parses JSON. A whole number that a double cannot represent becomes the text of its digits: as a number it would be
 * rounded, and two different ids could become equal. Throws a `SyntaxError` as `JSON.parse` does.
 */
export function parseJson(text: string): unknown {
  // A reviver takes several times as long, so it is used only if there may be such a number.
  return MANY_DIGITS.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

function keepDigits(_key: string, value: unknown, { source }: Written = {}): unknown {
  const isRounded = typeof value === "number" && !Number.isSafeInteger(value);
  return isRounded && source !== undefined && WHOLE.test(source) ? source : value;
}
