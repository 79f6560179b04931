import { createServer, type IncomingHttpHeaders } from "node:http2";

export type ApnsCall = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };
export type ApnsAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
};

/** A real HTTP/2 server on a free loopback port that answers as Apple's; `null` cuts the connection. */
export async function startApnsServer(answer: (call: ApnsCall, nth: number) => ApnsAnswer | null) {
  const calls: ApnsCall[] = [];
  const server = createServer();
  const sessions = new Set<{ destroy: () => void }>();
  server.on("session", (session) => sessions.add(session));
  server.on("stream", (stream, headers) => {
    const chunks: Buffer[] = [];
    stream.on("error", () => {});
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const call = { path: String(headers[":path"]), headers, body: Buffer.concat(chunks).toString() };
      calls.push(call);
      const given = answer(call, calls.length);
      if (given === null) return stream.session?.destroy();
      stream.respond({ ":status": given.status, "apns-id": String(headers["apns-id"]), ...given.headers });
      stream.end(given.body === undefined ? "" : JSON.stringify(given.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = async () => {
    for (const session of sessions) session.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, calls, sessions, close };
}
