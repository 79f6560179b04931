import { lookup } from "node:dns";
import { Agent as HttpAgent, type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { isPrivateAddress } from "./private-address.ts";

export type Call = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Answer = { readonly status: number; readonly retryAfter: string | undefined; readonly text: string };

export type Caller = { readonly call: (call: Call) => Promise<Answer>; readonly close: () => void };

export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
}

const TIMEOUT_MS = 10_000;
const LONGEST_ANSWER = 65_536;

type Lookup = NonNullable<RequestOptions["lookup"]>;

/** Calls endpoints over kept-open connections; ten seconds for everything, redirects are not followed. */
export function openCaller(privateNetworks: boolean): Caller {
  const options = { keepAlive: true, maxSockets: 64 };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  const guard = privateNetworks ? {} : { lookup: publicLookup };
  return {
    call: ({ url, method, headers, body }) =>
      new Promise((resolve, reject) => {
        const host = url.hostname.replace(/^\[|\]$/g, "");
        if (!privateNetworks && isIP(host) && isPrivateAddress(host)) return reject(new PrivateAddressError(host));
        const secure = url.protocol === "https:";
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const sent = { method, headers, signal, agent: secure ? agents.https : agents.http, ...guard };
        const request = (secure ? requestHttps : requestHttp)(url, sent, (response) => {
          read(response).then(
            (text) => resolve({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"], text }),
            reject,
          );
        });
        request.on("error", (error) => reject(signal.aborted ? new Error("no answer within 10 s") : error));
        request.end(body);
      }),
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** The name is judged by what it resolves to when the connection is made, so that it cannot change in between. */
const publicLookup: Lookup = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return done(error ?? new Error(`${hostname} has no address`), "", 4);
    const inside = addresses.find((one) => isPrivateAddress(one.address));
    if (inside) return done(new PrivateAddressError(inside.address), "", 4);
    if (options.all) return done(null, addresses);
    done(null, first.address, first.family);
  });
};

/** At most 64 KB; the connection of an endless answer is given up. */
async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LONGEST_ANSWER) break;
  }
  return Buffer.concat(chunks).subarray(0, LONGEST_ANSWER).toString("utf8");
}
