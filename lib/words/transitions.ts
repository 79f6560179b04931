import { isEnd, isNodeType, type JsonObject, type NodeType, nodeKinds } from "#journey";
import { isObject } from "#values";
import { sayDecision, skippedWords } from "./decisions.ts";
import { exitWords } from "./exit-reasons.ts";
import { sayList, sentence } from "./sentence.ts";
import { sayField, sayValue } from "./values.ts";

/** What the sentence needs to know of a hop: names instead of ids. */
export type NamedHop = {
  cause: string;
  receipt: JsonObject;
  from: { name: string; type: NodeType | null } | null;
  to: { name: string; type: NodeType | null } | null;
  /** The number of the version that the enrollment is on after the hop. */
  version?: number | null;
};

/** What a hop's sentence is made from: for the first hop also what let the person in, as the enrollment keeps it. */
export function receiptWith(trigger: JsonObject | null, cause: string, receipt: JsonObject): JsonObject {
  if (cause !== "start") return receipt;
  if (typeof trigger?.event === "string") return { event: trigger.event, eventId: trigger.id, ...receipt };
  return typeof trigger?.origin === "string" ? { origin: trigger.origin, ...receipt } : receipt;
}

const OPERATION_WORDS: Record<string, string> = {
  tag_user: "added a tag",
  untag_user: "removed a tag",
  advance_stage: "changed the stage",
  set_attribute: "set a trait",
  unset_attribute: "removed a trait",
  add_segment: "added to a segment",
  remove_segment: "removed from a segment",
  set_flag: "set a flag",
};

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const quoted = (name: string | undefined | null) => (name ? `“${name}”` : "a step");

/** The type of a node; null also for one that a newer release stored and this one does not know. */
const knownType = (node: NamedHop["from"]): NodeType | null => (node?.type && isNodeType(node.type) ? node.type : null);

/** One sentence on why this transition happened. */
export function sayTransition(hop: NamedHop): string {
  const { from, to, receipt } = hop;
  const onTo = to ? `, continued to ${quoted(to.name)}` : "";
  switch (hop.cause) {
    case "start":
      return startSentence(receipt, to?.name);
    case "event":
      return text(receipt.event)
        ? `The event ${receipt.event} came${seenWords(receipt)}${onTo}.`
        : `What ${quoted(from?.name)} waits for had happened before${onTo}.`;
    case "timer":
      return timerSentence(hop, onTo);
    case "condition":
      return `The condition of ${quoted(from?.name)} was met${seenWords(receipt)}${onTo}.`;
    case "goal":
      return to ? `Reached the goal${onTo}.` : "Reached the goal, which ends the enrollment.";
    case "exit_condition":
      return `Met an exit condition${seenWords(receipt)} and left.`;
    case "deadline":
    case "goal_deadline":
      return "Did not reach the goal in time and left.";
    case "max_duration":
      return "Reached the maximum duration and left.";
    case "migrate":
      return to
        ? `Moved to ${quoted(to.name)} by publishing${versionWords(hop)}.`
        : "Left by publishing another version.";
    case "retry":
      return from ? `The failed step ${quoted(from.name)} was skipped${onTo}.` : `Retried at ${quoted(to?.name)}.`;
    case "release":
      return releaseSentence(hop, onTo);
    case "stop":
      return text(receipt.reason) ? sentence(exitWords(String(receipt.reason))) : "Stopped.";
    case "delivery":
      return deliverySentence(hop, onTo);
    case "resume":
      return `The pause ended${onTo}.`;
    case "loop":
      return "Looped without any wait, so the enrollment failed.";
    case "failed":
      return `${quoted(from?.name)} failed${text(receipt.error) ? `: ${receipt.error}` : ""}.`.replace(/\.\.$/, ".");
    default:
      return immediateSentence(hop);
  }
}

function releaseSentence({ from, to, receipt }: NamedHop, onTo: string): string {
  if (!to) return `Taken out of the journey at ${quoted(from?.name)} by hand.`;
  if (receipt.moved === true) return `Moved from ${quoted(from?.name)} to ${quoted(to.name)} by hand.`;
  return `The wait at ${quoted(from?.name)} was ended by hand${onTo}.`;
}

const versionWords = ({ version }: NamedHop) => (version ? ` version ${version}` : "");

/** How people entered, by the origin of the enrollment or the type of the trigger, in small letters. */
const WAYS_IN: Readonly<Record<string, string>> = {
  audience: "as a member of the audience",
  schedule: "on schedule",
  date: "on the date of their trait",
  site: "by a page or an app",
  custom_event: "by an event",
  url_match: "by a page view",
  element_click: "by a click",
  segment_entered: "by entering a segment",
  segment_left: "by leaving a segment",
};

function startSentence(receipt: JsonObject, at: string | undefined): string {
  const where = at ? ` at ${quoted(at)}` : "";
  const event = text(receipt.event);
  if (event) return `Entered${where} by the event ${event}.`;
  const way = (text(receipt.origin) ?? text(receipt.trigger) ?? "").toLowerCase();
  if (way === "manual") return `Enrolled by hand${where}.`;
  if (way === "effect") return `Enrolled${where} by another journey.`;
  return `Entered${where}${WAYS_IN[way] ? ` ${WAYS_IN[way]}` : ""}.`;
}

/** What did not happen before a timer of each kind of node; null = people waited for the time itself. */
const TOO_LATE: Readonly<Record<NodeType, string | null>> = {
  TRIGGER: null,
  CONTENT: "No reaction in time",
  ACTION: null,
  DECIDE: null,
  LIVE_DATA: "No answer came in time",
  WAIT: null,
  WAIT_FOR_EVENT: "The event did not come in time",
  WAIT_FOR_CONDITION: "The condition was not met in time",
  CONDITION: null,
  SPLIT: null,
  GOAL_CHECK: null,
  EXIT: null,
};

function timerSentence({ from, receipt }: NamedHop, onTo: string): string {
  const type = knownType(from);
  const late = type && TOO_LATE[type];
  if (late) return `${late} at ${quoted(from?.name)}${onTo}.`;
  const onArrival = receipt.overOnArrival === true ? " on arrival" : "";
  return `The wait at ${quoted(from?.name)} was over${onArrival}${clockWords(receipt)}${onTo}.`;
}

const WHOSE: Record<string, string> = {
  step: "the step’s zone",
  person: "the person’s own zone",
  journey: "the journey’s zone",
  workspace: "the workspace’s zone",
};

/** The time zone a wait used, and why it was not the person's. */
function clockWords({ zone, zoneFrom, unreadableZone }: JsonObject): string {
  if (!text(zone)) return "";
  const whose = WHOSE[text(zoneFrom) ?? ""];
  const why = text(unreadableZone)
    ? `, because the trait “timezone” is ${unreadableZone}, which is not a time zone`
    : "";
  return ` (time zone ${zone}${whose ? `, ${whose}` : ""}${why})`;
}

function deliverySentence({ from, receipt }: NamedHop, onTo: string): string {
  const type = knownType(from);
  if (type && nodeKinds[type].callOf) return answerSentence({ from, receipt }, onTo);
  const outcome = text(receipt.outcome);
  if (outcome === "dismissed") return `Dismissed ${quoted(from?.name)}${onTo}.`;
  if (outcome === "completed") return `Completed ${quoted(from?.name)}${onTo}.`;
  if (outcome === "timeout") return `Did not react to ${quoted(from?.name)} in time${onTo}.`;
  if (outcome === "failed") return `${quoted(from?.name)} could not be delivered${onTo}.`;
  return `${quoted(from?.name)} was handed over for delivery${onTo}.`;
}

/** What a live-data step was answered, or why not; in trials, what was assumed. */
function answerSentence({ from, receipt }: Pick<NamedHop, "from" | "receipt">, onTo: string): string {
  const name = quoted(from?.name);
  const isTrial = receipt.assumed === true;
  if (receipt.outcome !== "answered") {
    const why = isTrial
      ? "is not called in a trial"
      : `got no answer${text(receipt.error) ? ` (${receipt.error})` : ""}`;
    return `${name} ${why}, so its fall-back values hold${onTo}.`;
  }
  if (isTrial) return `${name} is not called in a trial, and its sample is the answer${onTo}.`;
  const missing = Array.isArray(receipt.missing) ? receipt.missing.map(String) : [];
  const without = missing.length > 0 ? `, without ${sayList(missing)}` : "";
  return `${name} was answered${without}${seenWords(receipt)}${onTo}.`;
}

function immediateSentence({ from, to, receipt }: NamedHop): string {
  const name = quoted(from?.name);
  const next = to ? quoted(to.name) : null;
  const onTo = next ? `, continued to ${next}` : "";
  if (receipt.disabled === true) return `${name} is disabled and was passed through${onTo}.`;
  if (Array.isArray(receipt.did)) return `At ${name}: ${receipt.did.map(operationWords).join(", ")}${onTo}.`;
  if (isObject(receipt.decision)) return `${sayDecision(receipt).replace(/\.$/, "")}${onTo}.`;
  if (typeof receipt.skipped === "string" && receipt.resultSource !== undefined)
    return `${name} was skipped: ${skippedWords(receipt.skipped)}${onTo}.`;
  if (receipt.kept === "trip") return `Took the same path of ${name} as before in this enrollment${onTo}.`;
  if (receipt.kept === "person") return `Took the same path of ${name} as in an earlier enrollment${onTo}.`;
  if (typeof receipt.drawn === "number")
    return `Random draw at ${name}: ${receipt.drawn} of 100${next ? `, which leads to ${next}` : ""}.`;
  if (typeof receipt.reached === "boolean")
    return `The goal was ${receipt.reached ? "" : "not "}reached yet at ${name}${onTo}.`.replace(
      "was reached yet",
      "was reached",
    );
  const result = text(receipt.result);
  if (result) return `${name} resulted in ${resultWords(result)}${seenWords(receipt)}${onTo}.`;
  const type = knownType(from);
  if (!next || (type && isEnd({ type }))) return from ? `Reached the end at ${name}.` : "Reached the end.";
  if (type && nodeKinds[type].usesContent) return `${name} was handed over for delivery${onTo}.`;
  return `Passed ${name}, continued to ${next}.`;
}

const operationWords = (operation: unknown) =>
  OPERATION_WORDS[String(operation)] ?? String(operation).replaceAll("_", " ");

function resultWords(result: string): string {
  if (result === "TRUE") return "true";
  if (result === "FALSE") return "false";
  return result === "default" ? "none of its branches" : quoted(result);
}

/** What was looked at, as the receipt kept it: why a rule or an expression came out as it did. */
function seenWords({ seen, errors }: JsonObject): string {
  const [error] = Array.isArray(errors) ? errors : [];
  if (error !== undefined) return ` (${String(error)})`;
  if (!isObject(seen)) return "";
  const parts = Object.entries(seen).map(([path, value]) => `${sayField(path)} is ${sayValue(value)}`);
  return parts.length === 0 ? "" : ` (${sayList(parts)})`;
}
