import { type ClientHttp2Session, connect, type IncomingHttpHeaders } from "node:http2";
import { isIP } from "node:net";
import type { AddressGuard } from "../network/address-guard.ts";
import { ForbiddenAddressError, guardedLookup } from "../webhook/call.ts";

export type Http2Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly retryAfter: string | undefined;
  readonly body: unknown;
};

export type Http2Connection = {
  readonly post: (path: string, headers: Readonly<Record<string, string>>, body: Buffer) => Promise<Http2Answer>;
  readonly close: () => void;
};

const TIMEOUT_MS = 10_000;
const LONGEST_ANSWER = 65_536;

/** One connection to a server, opened with the first call and again after it broke. */
export function openHttp2(baseUrl: string, guard: AddressGuard): Http2Connection {
  let session: ClientHttp2Session | null = null;
  const opened = (): ClientHttp2Session => {
    if (session && !session.closed && !session.destroyed) return session;
    const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, "");
    const fault = isIP(host) ? guard(host) : null;
    if (fault) throw new ForbiddenAddressError(`${host} ${fault}`);
    const made = connect(baseUrl, { lookup: guardedLookup(guard) });
    // Each request reports the error itself; without a listener it would end the process.
    made.on("error", () => made.destroy());
    made.on("goaway", () => made.close());
    made.unref();
    session = made;
    return made;
  };
  return {
    post: (path, headers, body) =>
      new Promise((resolve, reject) => {
        const request = opened().request({ ":method": "POST", ":path": path, ...headers });
        const timer = setTimeout(() => request.destroy(new Error("no answer within 10 s")), TIMEOUT_MS);
        let head: IncomingHttpHeaders = {};
        const chunks: Buffer[] = [];
        let size = 0;
        request.on("response", (given) => {
          head = given;
        });
        request.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size <= LONGEST_ANSWER) chunks.push(chunk);
        });
        request.on("error", reject);
        request.on("close", () => {
          clearTimeout(timer);
          const status = Number(head[":status"]);
          if (!status) return reject(new Error("the connection was closed without an answer"));
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({ status, headers: head, retryAfter: head["retry-after"], body: parse(text) });
        });
        request.end(body);
      }),
    close: () => session?.close(),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
