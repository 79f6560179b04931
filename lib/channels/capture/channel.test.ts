import { describe } from "vitest";
import { everyChannel, exampleMessage } from "../channel.cases.ts";
import { captureChannel } from "./channel.ts";

describe("the built-in capture of mail", () => everyChannel(() => captureChannel("email"), "captured"));
describe("the built-in capture of SMS", () =>
  everyChannel(
    () => captureChannel("sms"),
    "captured",
    () => ({ ...exampleMessage, recipient: "+49 (171) 555-01.23" }),
  ));
describe("the built-in capture of push messages", () => everyChannel(() => captureChannel("push"), "captured"));
