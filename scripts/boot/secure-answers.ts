import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type AnswerKind, defaultHeaders, studioPolicy } from "#security-headers";
import type { BuiltPages } from "./built-pages.ts";

const POLICY = "content-security-policy";

const NOT_MODIFIED = 304;

type Secured = {
  readonly builtPages: BuiltPages;
  readonly dev: boolean;
  /** Whether people reach this installation by https. */
  readonly isSecure: boolean;
};

/**
 * Gives every answer the headers of `lib/security-headers`. They are added when its head is written, because Next leaves
 * out a header of a route if one of that name is there already. The policy goes along with the request too: that is
 * where Next finds the nonce for the scripts it renders.
 */
export function secureAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { builtPages, dev, isSecure }: Secured,
): void {
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  const { isBuilt, hashes } = builtPages(path);
  // A built page may lie in a cache, with its headers: a nonce that many get would be none.
  const policy = studioPolicy({ nonce: isBuilt ? null : randomBytes(16).toString("base64"), hashes, dev });
  request.headers[POLICY] = policy;
  delete request.headers[`${POLICY}-report-only`];
  const { writeHead } = response;
  response.writeHead = (...given: unknown[]) => {
    // Once: it may be called again by what wraps it.
    response.writeHead = writeHead;
    // The headers of this answer replace those that the browser kept with the page; without any they stay.
    if (given[0] === NOT_MODIFIED) return Reflect.apply(writeHead, response, given);
    const own = textOf(headerOf(given, POLICY) ?? response.getHeader(POLICY));
    const kind = kindOf(path, textOf(headerOf(given, "content-type") ?? response.getHeader("content-type")));
    for (const [name, value] of Object.entries(defaultHeaders({ kind, policy, own, isSecure })))
      if (!response.hasHeader(name)) response.setHeader(name, value);
    return Reflect.apply(writeHead, response, given);
  };
}

function kindOf(path: string, type: string | null): AnswerKind {
  if (type?.startsWith("text/html")) return "page";
  return path.startsWith("/_next/") ? "file" : "api";
}

/** A header that is given to `writeHead` itself, after the status and perhaps its text. */
function headerOf(given: readonly unknown[], name: string): unknown {
  const headers = given.find((one, place) => place > 0 && typeof one === "object" && one !== null);
  if (headers === undefined || Array.isArray(headers)) return undefined;
  return Object.entries(Object(headers)).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Next keeps headers as lists. */
const textOf = (value: unknown): string | null =>
  typeof value === "string" ? value : Array.isArray(value) ? value.join(", ") : null;
