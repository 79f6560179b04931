import type { JsonObject } from "#journey";
import type { Hop } from "../advance-input.ts";
import type { Program } from "../program.ts";
import { sayField, sayList, sayValue, sentence } from "./words.ts";

/** One hop in a sentence, as its receipt tells it. */
export function sayHop(program: Program, hop: Hop): string {
  const nameOf = (id: string | null) => (id === null ? "" : `“${program.states[id]?.name ?? id}”`);
  const to = hop.to === null ? "" : `, continued to ${nameOf(hop.to)}`;
  return sentence(`${sayCause(program, hop, nameOf(hop.from))}${hop.from === null ? "" : to}`);
}

function sayCause(program: Program, { cause, from, to, receipt }: Hop, at: string): string {
  const type = from === null ? "" : (program.states[from]?.type ?? "");
  switch (cause) {
    case "start":
      return `entered at “${program.states[to ?? ""]?.name ?? ""}” (${sayTrigger(receipt)})`;
    case "event":
      return receipt.event === undefined
        ? `what ${at} waits for had happened before`
        : `“${String(receipt.event)}” happened at ${at}${saySeen(receipt)}`;
    case "timer":
      return `the wait at ${at} was over${receipt.overOnArrival === true ? " on arrival" : ""}${sayZone(receipt)}`;
    case "condition":
      return `the condition at ${at} was met${saySeen(receipt)}`;
    case "goal":
      return `the goal was reached at ${at}: the enrollment is complete`;
    case "exit_condition":
      return `an exit condition was met at ${at}${saySeen(receipt)}: they left`;
    case "deadline":
      return `the goal was not reached in time: the enrollment ended at ${at}`;
    case "max_duration":
      return `the maximum duration was over: the enrollment ended at ${at}`;
    case "delivery":
      return `the message of ${at} was ${String(receipt.outcome)}`;
    case "loop":
      return `${at} leads back to a step of the same run without any wait: the enrollment failed`;
    case "failed":
      return `${at} failed: ${String(receipt.error)}`;
    case "immediate":
      return sayPassing(type, at, receipt);
    default:
      return `${cause.replaceAll("_", " ")} at ${at}`;
  }
}

const WHOSE: Readonly<Record<string, string>> = {
  step: "the step's zone",
  person: "their own zone",
  journey: "the journey's zone",
  workspace: "the workspace's zone",
};

/** Whose clock a wait went by, and why it was not the person's. */
function sayZone({ zone, zoneFrom, unreadableZone }: JsonObject): string {
  if (typeof zone !== "string") return "";
  const whose = WHOSE[String(zoneFrom)];
  const why = unreadableZone === undefined ? "" : `, because their ${String(unreadableZone)} is not a time zone`;
  return ` (time zone ${zone}${whose === undefined ? "" : `, ${whose}`}${why})`;
}

function sayTrigger(receipt: JsonObject): string {
  const WORDS: Readonly<Record<string, string>> = {
    MANUAL: "by hand",
    SCHEDULE: "by schedule",
    DATE: "on their date",
    URL_MATCH: "by a page",
  };
  const kind = String(receipt.trigger);
  return WORDS[kind] ?? `by ${kind.toLowerCase().replaceAll("_", " ")}`;
}

/** What a step that holds nobody up decided or did. */
function sayPassing(type: string, at: string, receipt: JsonObject): string {
  switch (type) {
    case "CONDITION":
      return `${at} is ${String(receipt.result)}${saySeen(receipt)}`;
    case "SPLIT":
      return typeof receipt.drawn === "number"
        ? `random draw ${receipt.drawn} of 100 at ${at}`
        : `${at} resulted in ${String(receipt.result)}`;
    case "GOAL_CHECK":
      return `the goal was ${receipt.reached === true ? "reached" : "not reached"} at ${at}`;
    case "ACTION":
      return `${at} did ${sayList(list(receipt.did).map((word) => String(word).replaceAll("_", " ")))}`;
    case "CONTENT":
      return `${at} was queued`;
    case "DECIDE":
      return `${at} found no offer`;
    default:
      return `passed ${at}`;
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function saySeen({ seen, errors }: JsonObject): string {
  const [error] = list(errors);
  if (error !== undefined) return ` (${String(error)})`;
  if (typeof seen !== "object" || seen === null) return "";
  const parts = Object.entries(seen).map(([path, value]) => `${sayField(path)} is ${sayValue(value)}`);
  return parts.length === 0 ? "" : ` (${sayList(parts)})`;
}
