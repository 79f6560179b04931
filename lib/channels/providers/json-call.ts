import type { Answer, Caller } from "../webhook/call.ts";

/** The answer of a service that speaks JSON; `body` is null if it is none. */
export type JsonAnswer = Answer & { readonly body: unknown };

type JsonCall = {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

/** Calls a service over the guarded caller; throws if it gives no answer. */
export async function callJson(
  caller: Caller,
  { url, method = "POST", headers = {}, body = "" }: JsonCall,
): Promise<JsonAnswer> {
  const size = method === "GET" ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const answer = await caller.call({
    url: new URL(url),
    method,
    headers: { "user-agent": "Sojourn", ...headers, ...size },
    body,
  });
  return { ...answer, body: parse(answer.text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A part of an answer, by names and places; undefined if it is not there. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Object.getOwnPropertyDescriptor(found, key)?.value;
  }
  return found;
}

/** The text there; an empty one if there is none. */
export const textAt = (value: unknown, ...path: readonly (string | number)[]): string => {
  const found = at(value, ...path);
  return typeof found === "string" ? found : typeof found === "number" ? String(found) : "";
};
