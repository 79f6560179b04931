import { describe, expect, it } from "vitest";
import { everyChannel, exampleMessage } from "../channel.cases.ts";
import { unconfiguredChannel } from "./channel.ts";

describe("a channel nobody has set up", () => {
  everyChannel(() => unconfiguredChannel("sms"), "failed");

  it("names itself in the reason, and is final", async () => {
    const result = await unconfiguredChannel("sms").send(exampleMessage);
    expect(result).toEqual({
      status: "failed",
      permanent: true,
      error: "No SMS channel is set up in this installation.",
    });
  });
});
