import { log } from "#log";
import type { Caller } from "./authenticate.ts";
import { type CallerLimit, callerLimits, STREAM_LIMIT } from "./caller-limits.ts";

const EVERYBODY: Pick<Caller, "actor"> = { actor: { kind: "system", id: "everybody", role: "viewer" } };
const ALL_STREAMS: CallerLimit = { kind: "stream", atOnce: 200 };

/** `null` sends a comment, so that proxies do not close an idle stream. */
export type StreamEvent = { readonly event: string; readonly data: unknown } | null;

/**
 * Server-sent events from a generator, which is ended when the client disconnects. The number of open streams is
 * limited per caller and in total.
 */
export function eventStream(
  caller: Caller,
  signal: AbortSignal,
  events: (signal: AbortSignal) => AsyncGenerator<StreamEvent>,
): Response {
  const leaveAll = callerLimits.enter(EVERYBODY, ALL_STREAMS, 0);
  const leaveOwn = enterOwn(caller, leaveAll);
  return openStream(signal, events, () => {
    leaveOwn();
    leaveAll();
  });
}

/** The same without limits; `leave` is called when the stream has ended, perhaps more than once. */
export function openStream(
  signal: AbortSignal,
  events: (signal: AbortSignal) => AsyncGenerator<StreamEvent>,
  leave: () => void,
): Response {
  const left = new AbortController();
  const either = AbortSignal.any([signal, left.signal]);
  const source = events(either);
  // A generator that waits at a `yield` would otherwise never release what it holds, as nobody reads on.
  const end = () => {
    leave();
    source.return(undefined).catch((error: unknown) => log.error("an event stream failed", { error }));
  };
  either.addEventListener("abort", end, { once: true });
  // A client that left before the stream was opened: no event comes any more, and nobody reads the body to its end.
  if (either.aborted) end();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(": open\n\nretry: 2000\n\n")),
    pull: async (controller) => {
      const next = await source.next().catch((error: unknown) => {
        log.error("an event stream failed", { error });
        return { done: true as const, value: undefined };
      });
      if (next.done) {
        leave();
        controller.close();
      } else controller.enqueue(encoder.encode(frame(next.value)));
    },
    cancel: () => left.abort(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function enterOwn(caller: Caller, leaveAll: () => void): () => void {
  try {
    return callerLimits.enter(caller, STREAM_LIMIT, 0);
  } catch (error) {
    leaveAll();
    throw error;
  }
}

function frame(event: StreamEvent): string {
  return event === null ? ": still here\n\n" : `event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`;
}
