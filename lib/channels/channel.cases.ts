import { expect, it } from "vitest";
import type { Channel, Message, SendResult } from "./channel.ts";

export const exampleMessage: Message = {
  idempotencyKey: "0192-enrollment:node:1",
  recipient: "ada@example.com",
  sender: "Acme <hello@acme.example>",
  subject: "Grüße, Ada — 10 % off",
  html: "<p>Hello <b>Ada</b></p>",
  text: "Hello Ada",
};

/** The contract of every channel. */
export function everyChannel(
  open: () => Channel,
  success: SendResult["status"],
  example: () => Message = () => exampleMessage,
): void {
  it("has a name people can read and sends at least one at a time", async () => {
    const channel = open();
    expect(channel.name).toMatch(/\w/);
    expect(channel.concurrency).toBeGreaterThan(0);
    await channel.close();
  });

  it(`answers a message with “${success}”, each of many at once`, async () => {
    const channel = open();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => channel.send({ ...example(), idempotencyKey: `k:${n}` })),
    );
    expect(results.map((result) => result.status)).toEqual(Array.from({ length: 20 }, () => success));
    await channel.close();
  });

  it("answers an unusable recipient instead of throwing", async () => {
    const channel = open();
    for (const recipient of [
      "",
      "nobody",
      "a@b@c",
      "a b@example.com",
      "x@example.com, y@example.com",
      "x@example.com\r\nBcc: y@example.com",
    ]) {
      const result = await channel.send({ ...example(), recipient });
      if (result.status === "failed")
        expect(result).toMatchObject({ permanent: true, error: expect.stringMatching(/\w/) });
      else expect(channel.kind).toMatch(/^(inapp|push)$/);
    }
    await channel.close();
  });
}
