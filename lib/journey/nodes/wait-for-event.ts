import * as z from "zod";
import { formatDuration } from "../durations.ts";
import { eventName } from "../events.ts";
import { DurationInput, EqualityFilter, Expression } from "../rules.ts";
import { type NodeKind, text, WAITS } from "./kind.ts";

/** Config of WAIT_FOR_EVENT; `since: "enrollment"` also counts events from before the node was reached. */
export const WaitForEventConfig = z.object({
  eventName: z.string().min(1).max(255),
  filter: EqualityFilter.optional(),
  expression: Expression.optional(),
  timeout: DurationInput.optional(),
  since: z.enum(["node", "enrollment"]).optional(),
});
export type WaitForEventConfig = z.infer<typeof WaitForEventConfig>;

export const waitForEvent: NodeKind<typeof WaitForEventConfig> = {
  ...WAITS,
  type: "WAIT_FOR_EVENT",
  configSchema: WaitForEventConfig,
  readsEvent: true,
  awaitsEvent: (config) => (typeof config.eventName === "string" ? eventName(config.eventName) : null),
  readsPerson: () => false,
  changesPeople: false,
  defaults: () => ({ timeout: "7d" }),
  exits: (node) =>
    node.config.timeout === undefined
      ? [{ key: "event", label: "It happened" }]
      : [
          { key: "event", label: "It happened" },
          { key: "timeout", label: "Timed out" },
        ],
  summary(config) {
    const name = text(config.eventName);
    if (name === "") return "Choose an event";
    return config.timeout === undefined
      ? `Until “${name}”`
      : `Until “${name}”, ${formatDuration(config.timeout)} at most`;
  },
};
