import { isObject } from "#values";

/** Names of headers, query parameters and fields that usually hold a credential. */
const SECRET = /auth|cookie|token|secret|passw|api[-_]?key|access[-_]?key|signature|^key$|^sig$/i;

const OPEN_HEADERS = new Set(["accept", "content-type", "user-agent"]);

type Call = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

/** The `body` of a webhook's content without secrets, and the names of what was taken out. */
export function safeCall({ url, method, headers, body }: Call) {
  const removed: string[] = [];
  const kept = Object.entries(headers).filter(([name]) => {
    const isOpen = OPEN_HEADERS.has(name.toLowerCase());
    if (!isOpen) removed.push(`the header ${name}`);
    return isOpen;
  });
  const safe = {
    url: safeUrl(url, removed),
    method: method.toUpperCase() || "POST",
    ...(kept.length > 0 ? { headers: Object.fromEntries(kept) } : {}),
    ...(body === undefined || body === null || body === "" ? {} : { body: withoutSecrets(body, removed) }),
  };
  return { call: safe, removed };
}

/** The address as text, because it may hold template variables, which are no part of a valid URL. */
function safeUrl(url: string, removed: string[]): string {
  const plain = url.replace(/^(\w+:\/\/)[^/?#@]*@/, (_, scheme: string) => {
    removed.push("the credentials in the address");
    return scheme;
  });
  const [path = "", query] = plain.split(/\?(.*)/s);
  if (query === undefined) return plain;
  const kept = query.split("&").filter((pair) => {
    const name = pair.split("=")[0] ?? "";
    if (!SECRET.test(name)) return true;
    removed.push(`${name} in the address`);
    return false;
  });
  return kept.length > 0 ? `${path}?${kept.join("&")}` : path;
}

function withoutSecrets(body: unknown, removed: string[]): unknown {
  if (!isObject(body)) return body;
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => {
      if (!SECRET.test(name)) return true;
      removed.push(`${name} in the body`);
      return false;
    }),
  );
}
