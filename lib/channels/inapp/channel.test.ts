import { describe } from "vitest";
import { everyChannel } from "../channel.cases.ts";
import { inappChannel } from "./channel.ts";

describe("the in-page channel", () => everyChannel(inappChannel, "pending"));
