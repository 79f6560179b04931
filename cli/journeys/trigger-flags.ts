import type { Command } from "commander";
import { formatDuration, parseDuration } from "#journey";
import { invalid, readObject } from "../arguments.ts";
import { usage } from "../exit-codes.ts";
import type { Flags } from "./edit-journey.ts";

export type TriggerFlags = { readonly on?: string; readonly after?: string; readonly trigger?: string };

/** The three ways to say when a transition is taken. */
export const withTriggerFlags = (command: Command): Command =>
  command
    .option("--on <event>", "When this event occurs: user.login, app.completed_onboarding")
    .option("--after <duration>", "After this time: 30m, 12h, 2d, 1w; a bare number is minutes")
    .option("--trigger <json>", 'The whole trigger: {"type": "event", "event": "…", "eventFilter": {…}}');

/** The trigger of the flags; null if none is given. What is in it is checked with the graph. */
export function readTrigger({ on, after, trigger }: TriggerFlags): Readonly<Record<string, unknown>> | null {
  const given = [on, after, trigger].filter((value) => value !== undefined);
  if (given.length > 1) throw usage("Give one of --on, --after and --trigger.");
  if (on !== undefined) {
    if (on.trim() === "") throw usage("--on is the name of an event.");
    return { type: "event", event: on };
  }
  if (after !== undefined) return { type: "timer", delay: readDuration("--after", after) };
  return trigger === undefined ? null : readObject("--trigger", trigger);
}

/** Which flag the parts of a transition came from, for findings. */
export function triggerFlags({ on, after }: TriggerFlags, index: number): Flags {
  const transition = `/transitions/${index}`;
  const whole = { [`${transition}/from`]: "--from", [`${transition}/to`]: "--to", [`${transition}/name`]: "--name" };
  const trigger = `${transition}/trigger`;
  if (on !== undefined) return { ...whole, [`${trigger}/event`]: "--on" };
  return after === undefined ? { ...whole, [trigger]: "--trigger" } : { ...whole, [`${trigger}/delay`]: "--after" };
}

/** A duration from a flag, as it is stored: `45` is `45m`. */
function readDuration(flag: string, text: string): string {
  if (parseDuration(text) === null)
    throw invalid(flag, `${JSON.stringify(text)} is not a duration such as 30m, 12h, 2d or 1w`);
  return formatDuration(text);
}
