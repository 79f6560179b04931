import { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import { AnsweredResponse } from "./answered-response.ts";
import { notSojourn } from "./answers.ts";
import { SojournUnreachable } from "./errors.ts";
import { readUrl } from "./read-url.ts";
import { unreachable } from "./send-batch.ts";
import type { Sojourn } from "./sojourn.ts";

/** The calls of `Sojourn.api`, with the same types and answers. They take `params`, `body`, `headers`, `signal` and `parseAs`. */
export type Api = Pick<Sojourn["api"], "GET" | "PUT" | "POST" | "DELETE" | "PATCH">;

/** A server, and its API as its document types it. */
export type Connection = { readonly url: string; readonly api: Api };

type Method = keyof Api;
type Init = {
  readonly params?: { readonly query?: Record<string, unknown>; readonly path?: Record<string, unknown> };
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Answers of lines, such as the export of a person, are text. */
  readonly parseAs?: "json" | "text";
};
type Call = { readonly url: string; readonly method: Method; readonly headers: Readonly<Record<string, string>> };

const TAKEN = new Set(["params", "body", "headers", "signal", "parseAs"]);
/** As long as `fetch` waits for an answer that does not come. */
const SILENCE_MS = 300_000;
const querySerializer = createQuerySerializer();

/**
 * The typed API over Node's `http`, for programs that start, ask and end: `fetch` takes 40 ms to load, which is more than
 * the rest of a command. Redirects are not followed, as the key would go along.
 */
export function connectApi(options: { readonly url: string; readonly secretKey: string }): Connection {
  const url = readUrl(options.url);
  const own = { authorization: `Bearer ${options.secretKey}`, accept: "application/json" };
  const call =
    (method: Method) =>
    async (path: string, init: Init = {}): Promise<unknown> => {
      const unknown = Object.keys(init).find((name) => !TAKEN.has(name));
      if (unknown !== undefined) throw new TypeError(`\`${unknown}\` is an option of \`Sojourn.api\` only.`);
      const { params = {}, body, headers, signal, parseAs = "json" } = init;
      const address = createFinalURL(path, { baseUrl: url, params, querySerializer, pathSerializer });
      const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      const type = sent ? { "content-type": "application/json", "content-length": String(sent.byteLength) } : {};
      const wanted = { url: address, method, headers: { ...type, ...own, ...headers } };
      return resultOf(await request(url, wanted, sent, signal), parseAs);
    };
  const api = { GET: call("GET"), PUT: call("PUT"), POST: call("POST"), DELETE: call("DELETE"), PATCH: call("PATCH") };
  // The types come from the API's document, as those of openapi-fetch: nothing here could prove them.
  return { url, api: api as unknown as Api };
}

const pathSerializer = (path: string, params: unknown): string =>
  defaultPathSerializer(path, params as Record<string, unknown>);

type Answer = { readonly response: AnsweredResponse; readonly text: string };

function resultOf({ response, text }: Answer, parseAs: "json" | "text"): unknown {
  if (response.ok && parseAs === "text") return { data: text, response };
  if (response.ok) return { data: text === "" ? undefined : JSON.parse(text), response };
  return { error: parse(text), response };
}

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** One request, and its answer read to its end. Throws `SojournUnreachable`. */
async function request(server: string, call: Call, body?: Buffer, signal?: AbortSignal): Promise<Answer> {
  const { response, bytes, type, location } = await send(call, body, signal).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new SojournUnreachable(unreachable(server, error), { cause: error });
  });
  if (location !== undefined)
    throw new SojournUnreachable(
      `The server's address redirects to ${movedTo(server, call.url, location)}: use that as its address.`,
    );
  if (!/\b(nd)?json\b/.test(type) && response.status !== 204) throw notSojourn(server, response.status, type);
  return { response, text: bytes.toString() };
}

/** The server's new address: where the call was sent to, without what the call added to the old one. */
function movedTo(server: string, asked: string, location: string): string {
  const to = new URL(location, asked).href;
  const added = asked.slice(server.length);
  return to.endsWith(added) ? to.slice(0, -added.length) : to;
}

type Sent = {
  readonly response: AnsweredResponse;
  readonly bytes: Buffer;
  readonly type: string;
  readonly location: string | undefined;
};

function send({ url, method, headers }: Call, body: Buffer | undefined, signal?: AbortSignal): Promise<Sent> {
  // An `import` of these reads every name they export, among them those of `WebSocket`, which load all of `fetch`.
  const { request: open } = url.startsWith("https:")
    ? process.getBuiltinModule("node:https")
    : process.getBuiltinModule("node:http");
  return new Promise((resolve, reject) => {
    const asked = open(url, { method, headers, timeout: SILENCE_MS, ...(signal && { signal }) }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, statusMessage: statusText = "", rawHeaders } = incoming;
        const { "content-type": type = "", location } = incoming.headers;
        const response = new AnsweredResponse({ url, status, statusText, rawHeaders, bytes });
        resolve({ response, bytes, type, location: status >= 300 && status < 400 ? location : undefined });
      });
    });
    asked.on("timeout", () => asked.destroy(new Error("no answer within five minutes")));
    asked.on("error", reject);
    asked.end(body);
  });
}
