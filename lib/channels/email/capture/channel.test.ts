import { describe } from "vitest";
import { everyChannel } from "../../channel.cases.ts";
import { captureChannel } from "./channel.ts";

describe("the built-in capture", () => everyChannel(captureChannel, "captured"));
