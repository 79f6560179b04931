import { createServer, type IncomingHttpHeaders } from "node:http";

export type ReceivedCall = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The same before it was read as UTF-8. */
  readonly bytes: Buffer;
};

export type WebServer = {
  readonly url: string;
  /** Every call so far, in order of arrival. */
  readonly calls: readonly ReceivedCall[];
  readonly close: () => Promise<void>;
};

export type WebAnswer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

/** A real HTTP server on a free loopback port, for tests; `null` cuts the connection instead of answering, `never` keeps it. */
export async function startWebServer(
  answer: (call: ReceivedCall, nth: number) => WebAnswer | null | "never",
): Promise<WebServer> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      const bytes = Buffer.concat(chunks);
      const call = { method, path, headers, body: bytes.toString(), bytes };
      calls.push(call);
      const given = answer(call, calls.length);
      if (given === "never") return;
      if (given === null) return response.destroy();
      response.writeHead(given.status, { "content-type": "application/json", ...given.headers });
      response.end(typeof given.body === "string" ? given.body : JSON.stringify(given.body ?? null));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
