import { describe, expect, it, vi } from "vitest";
import type { Caller } from "./authenticate.ts";
import { STREAM_LIMIT } from "./caller-limits.ts";
import { eventStream, openStream, type StreamEvent } from "./event-stream.ts";

async function* silent(signal: AbortSignal): AsyncGenerator<StreamEvent> {
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
}

async function* once(): AsyncGenerator<StreamEvent> {
  yield { event: "stats", data: { entered: 1 } };
}

const member = { actor: { kind: "member", id: "member-1", role: "viewer" } } as unknown as Caller;

describe("a stream", () => {
  it("sends its events, tells that it has ended, and closes", async () => {
    const leave = vi.fn();
    const text = await openStream(new AbortController().signal, once, leave).text();
    expect(text).toContain('event: stats\ndata: {"entered":1}\n\n');
    expect(leave).toHaveBeenCalled();
  });

  it("is left when its client disconnects", () => {
    const client = new AbortController();
    const leave = vi.fn();
    openStream(client.signal, silent, leave);
    expect(leave).not.toHaveBeenCalled();
    client.abort();
    expect(leave).toHaveBeenCalled();
  });

  it("is left when its body is no longer wanted", async () => {
    const leave = vi.fn();
    await openStream(new AbortController().signal, silent, leave).body?.cancel();
    expect(leave).toHaveBeenCalled();
  });

  it("releases what its events hold when its client disconnects between two of them", async () => {
    const release = vi.fn();
    const client = new AbortController();
    async function* held(): AsyncGenerator<StreamEvent> {
      try {
        for (;;) yield null;
      } finally {
        release();
      }
    }
    const reader = openStream(client.signal, held, () => {}).body?.getReader();
    await reader?.read();
    await reader?.read();
    client.abort();
    await vi.waitFor(() => expect(release).toHaveBeenCalled());
  });

  it("takes no place of its caller when the client has left before it was opened", () => {
    for (let time = 0; time <= STREAM_LIMIT.atOnce; time += 1) eventStream(member, AbortSignal.abort(), silent);
    const client = new AbortController();
    expect(eventStream(member, client.signal, silent).status).toBe(200);
    client.abort();
  });
});
