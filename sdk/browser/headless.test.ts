import { expect, test } from "vitest";
import { openContent } from "./headless.ts";

class FakeStream {
  static opened: FakeStream[] = [];
  readyState = 1;
  onerror: (() => void) | null = null;
  listener: (event: { data: string }) => void = () => {};
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    FakeStream.opened.push(this);
  }
  addEventListener(_: string, listener: (event: { data: string }) => void) {
    this.listener = listener;
  }
  close() {
    this.readyState = 2;
  }
}

test("what waits is handed over as it changes, reports name the visitor, and nothing comes after the end", async () => {
  const sent: { url: string; body?: string }[] = [];
  const win = {
    navigator: { languages: ["de", "en"] },
    EventSource: FakeStream,
    setTimeout: () => 0,
    clearTimeout() {},
    async fetch(url: string, { body }: { body?: string }) {
      sent.push({ url, ...(body ? { body } : {}) });
      return Response.json({ data: { content: [{ deliveryId: "polled" }] } });
    },
  } as unknown as Window & typeof globalThis;
  const seen: string[][] = [];
  const client = { who: () => ({ userId: "ada", userHash: "proof" }) };
  const changed = (content: readonly { deliveryId: string }[]) =>
    seen.push(content.map(({ deliveryId }) => deliveryId));
  const opened = openContent({ client, key: "pk_1", url: "https://s.example/", changed }, win);
  const [stream] = FakeStream.opened;
  expect(stream?.url).toBe(
    "https://s.example/sdk/content?userId=ada&userHash=proof&languages=de%2Cen&key=pk_1&stream=1",
  );
  stream?.listener({ data: JSON.stringify({ content: [{ deliveryId: "one" }] }) });
  opened.report("one", "completed", { step: 2 });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
    ...{ userId: "ada", userHash: "proof", deliveryId: "one", event: "completed", step: 2 },
  });
  // The server refuses the stream, so it is asked.
  stream?.close();
  stream?.onerror?.();
  await expect.poll(() => seen).toEqual([["one"], ["polled"]]);
  opened.close();
  stream?.listener({ data: JSON.stringify({ content: [] }) });
  expect(seen).toHaveLength(2);
});
