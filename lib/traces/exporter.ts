import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { type Attributes, attributesJson, type Span, spanJson } from "./span.ts";

export type Collector = {
  /** Where traces are sent, with its path. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** How long spans wait for others, in ms. */
  readonly delayMs: number;
  /** `service.name` and the like. */
  readonly resource: Attributes;
  /** Told once when the collector cannot be reached, and again when it could be meanwhile. */
  readonly report: (error: unknown) => void;
};

const AT_ONCE = 512;
/** More are dropped: a collector that is away must not fill the memory. */
const MOST = 2_048;
/** A stop waits so long for the last spans, in ms. */
const LAST_MS = 1_000;

/** Sends spans to a collector as OTLP over HTTP, in JSON, some at a time. */
export class Exporter {
  readonly #collector: Collector;
  #waiting: Span[] = [];
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  #isAway = false;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  add(span: Span): void {
    if (this.#waiting.length >= MOST) return;
    this.#waiting.push(span);
    if (this.#waiting.length >= AT_ONCE) void this.#flush();
    else this.#timer ??= setTimeout(() => void this.#flush(), this.#collector.delayMs).unref();
  }

  /** Sends the last spans, unless the collector was away the last time. */
  async stop(): Promise<void> {
    const limit = AbortSignal.timeout(LAST_MS);
    while (!this.#isAway && !limit.aborted && (this.#waiting.length > 0 || this.#sending)) await this.#flush(limit);
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  async #flush(limit?: AbortSignal): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#sending) return await untilAborted(this.#sending, limit);
    const spans = this.#waiting.splice(0, AT_ONCE);
    if (spans.length === 0) return;
    this.#sending = this.#send(spans, limit);
    await this.#sending;
    this.#sending = undefined;
    if (this.#waiting.length > 0 && !limit) this.#timer ??= setTimeout(() => void this.#flush(), 0).unref();
  }

  async #send(spans: readonly Span[], limit: AbortSignal | undefined): Promise<void> {
    const { url, headers, timeoutMs, resource, report } = this.#collector;
    const body = JSON.stringify({
      resourceSpans: [
        {
          resource: { attributes: attributesJson(resource) },
          scopeSpans: [{ scope: { name: "sojourn" }, spans: spans.map(spanJson) }],
        },
      ],
    });
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      await post(url, headers, body, limit ? AbortSignal.any([limit, timeout]) : timeout);
      this.#isAway = false;
    } catch (error) {
      if (!this.#isAway && !limit) report(error);
      this.#isAway = true;
    }
  }
}

async function untilAborted(work: Promise<void>, limit: AbortSignal | undefined): Promise<void> {
  if (!limit) return await work;
  await Promise.race([work, new Promise((resolve) => limit.addEventListener("abort", resolve, { once: true }))]);
}

/** By Node's own client, as Next replaces `fetch` in its process. */
function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<void> {
  const request = url.startsWith("https:") ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: "POST", signal, headers: { ...headers, "content-type": "application/json" } },
      (response) => {
        response.resume();
        const { statusCode = 0 } = response;
        if (statusCode >= 200 && statusCode < 300) resolve();
        else reject(new Error(`The collector of traces answered ${statusCode}.`));
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
