import { Agent, type IncomingMessage, request } from "node:http";
import type { OddRequest } from "./make-request.ts";

export type OddAnswer = { readonly status: number; readonly type: string; readonly text: string; readonly ms: number };

/** Longer than anything may take; a request that is not answered by then is a fault. */
const PATIENCE_MS = 30_000;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends the bytes as they are. Of a stream the first part is enough. */
export function sendRequest(url: string, { method, path, headers, body, streams }: OddRequest): Promise<OddAnswer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(url);
    const length = body ? { "content-length": body.byteLength } : {};
    const options = { agent, method, path, port, hostname, headers: { ...headers, ...length }, timeout: PATIENCE_MS };
    const sent = request(options, (answer) => {
      const parts: Buffer[] = [];
      const done = () => resolve(toAnswer(answer, Buffer.concat(parts).toString(), performance.now() - began));
      answer.on("data", (part: Buffer) => {
        parts.push(part);
        if (!streams || !String(answer.headers["content-type"]).startsWith("text/event-stream")) return;
        done();
        sent.destroy();
      });
      answer.on("end", done);
      answer.on("error", reject);
    });
    sent.on("timeout", () => sent.destroy(new Error(`No answer within ${PATIENCE_MS / 1_000} s`)));
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}

const toAnswer = (answer: IncomingMessage, text: string, ms: number): OddAnswer => ({
  status: answer.statusCode ?? 0,
  type: String(answer.headers["content-type"] ?? ""),
  text,
  ms,
});
