import { lookup } from "node:dns";
import { Agent as HttpAgent, type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { isIP } from "node:net";
import type { AddressGuard } from "../network/address-guard.ts";

export type Call = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Ten seconds unless set. */
  readonly timeoutMs?: number;
  /** How much of the answer is read, in bytes; 64 KB unless set. */
  readonly maxBytes?: number;
};

export type Answer = {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
  /** The answer is longer than what was read. */
  readonly isCut: boolean;
};

export type Caller = { readonly call: (call: Call) => Promise<Answer>; readonly close: () => void };

/** The given address, or the one its name resolved to, may not be called. */
export class ForbiddenAddressError extends Error {
  override readonly name = "ForbiddenAddressError";
}

const TIMEOUT_MS = 10_000;
const LONGEST_ANSWER = 65_536;

type Lookup = NonNullable<RequestOptions["lookup"]>;

/**
 * Calls endpoints over persistent connections, with one limit of time for the whole call. A redirect is not followed, so that no
 * address is called that the guard has not checked.
 */
export function openCaller(guard: AddressGuard): Caller {
  const options = { keepAlive: true, maxSockets: 64 };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  const lookupGuarded = guardedLookup(guard);
  return {
    call: ({ url, method, headers, body, timeoutMs = TIMEOUT_MS, maxBytes = LONGEST_ANSWER }) =>
      new Promise((resolve, reject) => {
        const host = url.hostname.replace(/^\[|\]$/g, "");
        // A literal address is used without a lookup.
        const fault = isIP(host) ? guard(host) : null;
        if (fault) return reject(new ForbiddenAddressError(`${host} ${fault}`));
        const secure = url.protocol === "https:";
        const signal = AbortSignal.timeout(timeoutMs);
        const sent = { method, headers, signal, agent: secure ? agents.https : agents.http, lookup: lookupGuarded };
        const request = (secure ? requestHttps : requestHttp)(url, sent, (response) => {
          const answer = { status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"] };
          read(response, maxBytes).then((text) => resolve({ ...answer, ...text }), reject);
        });
        request.on("error", (error) =>
          reject(signal.aborted ? new Error(`no answer within ${timeoutMs / 1_000} s`) : error),
        );
        request.end(body);
      }),
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/**
 * A name is checked by the address it resolves to at the connection, and this address is used, so it cannot change in
 * between.
 */
export function guardedLookup(guard: AddressGuard, resolve: typeof lookup = lookup): Lookup {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? new Error(`${hostname} has no address`), "", 4);
      for (const { address } of addresses) {
        const fault = guard(address);
        if (fault) return done(new ForbiddenAddressError(`${address} ${fault}`), "", 4);
      }
      if (options.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}

/** At most so many bytes; the connection of a longer answer is closed. */
async function read(response: IncomingMessage, most: number): Promise<Pick<Answer, "text" | "isCut">> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) break;
  }
  return { text: Buffer.concat(chunks).subarray(0, most).toString("utf8"), isCut: size > most };
}
