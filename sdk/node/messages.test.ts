import { describe, expect, it } from "vitest";
import { applicationEvent, type Message, prepareMessage, readMessage } from "./messages.ts";
import { Sojourn } from "./sojourn.ts";

const NOW = Date.parse("2026-11-30T12:00:00Z");
const prepare = (message: unknown) => readMessage(prepareMessage(message as Message, NOW));

describe("a message", () => {
  it("gets an id and the time at which it was handed over", () => {
    const first = prepare({ type: "track", userId: "ada", event: "app.paid" });
    const second = prepare({ type: "track", userId: "ada", event: "app.paid" });
    expect(first).toMatchObject({
      timestamp: "2026-11-30T12:00:00.000Z",
      messageId: expect.stringMatching(/^[\w-]{36}$/),
    });
    expect(second.messageId).not.toBe(first.messageId);
  });

  it("keeps the id and the time that it has", () => {
    const given = { type: "identify", userId: "ada", messageId: "m-1", timestamp: new Date(0) };
    expect(prepare(given)).toEqual({ ...given, timestamp: "1970-01-01T00:00:00.000Z" });
  });

  it("is what it was when it was handed over, whatever happens to its object later", () => {
    const properties = { plan: "pro" };
    const prepared = prepareMessage({ type: "track", userId: "ada", event: "app.paid", properties }, NOW);
    properties.plan = "free";
    expect(readMessage(prepared)).toMatchObject({ properties: { plan: "pro" } });
  });

  it.each([
    ["no person", { type: "track", event: "x" }, "`userId` or anonymousId is needed."],
    ["an empty person", { type: "track", userId: " ", event: "x" }, "`userId` or anonymousId is needed."],
    [
      "a person that is an object",
      { type: "identify", userId: {}, anonymousId: "a" },
      "`userId` is a text of 1 to 255",
    ],
    ["a long id", { type: "identify", userId: "u".repeat(256) }, "`userId` is a text of 1 to 255 characters."],
    ["no event", { type: "track", userId: "ada" }, "`event` is the name of the event."],
    [
      "a long event",
      { type: "track", userId: "ada", event: "e".repeat(256) },
      "`event` has 256 characters; 255 are allowed.",
    ],
    ["no former id", { type: "alias", userId: "ada" }, "`previousId` is needed."],
    [
      "a time that is none",
      { type: "identify", userId: "ada", timestamp: new Date("x") },
      "`timestamp` is a valid Date",
    ],
    ["an unknown type", { type: "trak", userId: "ada" }, "`type` is one of track, identify"],
    ["a value that JSON lacks", { type: "identify", userId: "ada", traits: { n: 1n } }, "cannot be written as JSON"],
    ["a megabyte", { type: "identify", userId: "ada", traits: { n: "x".repeat(1e6) } }, "900000 are allowed"],
  ])("with %s is refused at once, with the name of the field", (_name, message, text) => {
    expect(() => prepare(message)).toThrow(TypeError);
    expect(() => prepare(message)).toThrow(text);
  });
});

describe("the name of an event", () => {
  it.each([
    ["completed_onboarding", "app.completed_onboarding"],
    ["package.enrolled", "app.package.enrolled"],
    ["app.upgraded_plan", "app.upgraded_plan"],
    ["order.placed", "app.order.placed"],
  ])("%s is sent as %s", (written, sent) => expect(applicationEvent(written)).toBe(sent));
});

describe("a client", () => {
  const url = "http://127.0.0.1:9";
  it.each([
    ["no address", { secretKey: "sk_x" }, "`url` is needed"],
    ["an address of another kind", { url: "ftp://x", secretKey: "sk_x" }, "`url` is an http or https address"],
    ["no key", { url }, "`secretKey` is needed"],
    ["a queue of no size", { url, secretKey: "sk_x", maxQueued: 0 }, "`maxQueued` is a whole number from 1."],
    ["batches that no server takes", { url, secretKey: "sk_x", flushAt: 501 }, "`flushAt` is at most 500."],
  ])("with %s is not made", (_name, options, text) => {
    expect(() => new Sojourn(options)).toThrow(text);
  });
});
