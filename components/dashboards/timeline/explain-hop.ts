import { isEnd, type JsonObject, type NodeType, nodeKinds } from "#journey";

/** What the sentence needs to know of a hop: names instead of ids. */
export type NamedHop = {
  cause: string;
  receipt: JsonObject;
  from: { name: string; type: NodeType | null } | null;
  to: { name: string; type: NodeType | null } | null;
};

const STOP_WORDS: Record<string, string> = {
  stopped: "Stopped by hand",
  restarted: "Entered again, so this enrollment ended and a new one began",
  merged: "Merged into another person, whose enrollment continues",
  moved_out: "Removed when a newer version was published",
  journey_archived: "The journey was archived",
  erased: "The person was erased",
};

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

/** One sentence on why this transition happened. */
export function explainHop(hop: NamedHop): string {
  const { from, to, receipt } = hop;
  const onTo = to ? `, continued to ${quoted(to.name)}` : "";
  switch (hop.cause) {
    case "start":
      return startSentence(receipt, to?.name);
    case "event":
      return `${text(receipt.event) ? `The event ${receipt.event} came` : "The awaited event came"}${onTo}.`;
    case "timer":
      return timerSentence(hop, onTo);
    case "condition":
      return `The condition of ${quoted(from?.name)} was met${onTo}.`;
    case "goal":
      return to ? `Reached the goal${onTo}.` : "Reached the goal, which ends the enrollment.";
    case "exit_condition":
      return "Met an exit condition and left.";
    case "deadline":
    case "goal_deadline":
      return "Did not reach the goal in time and left.";
    case "max_duration":
      return "Reached the maximum duration and left.";
    case "stop":
      return `${STOP_WORDS[text(receipt.reason) ?? ""] ?? "Stopped"}.`;
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

function startSentence(receipt: JsonObject, at: string | undefined): string {
  const where = at ? ` at ${quoted(at)}` : "";
  const event = text(receipt.event);
  if (event) return `Entered${where} by the event ${event}.`;
  switch (text(receipt.origin) ?? text(receipt.trigger)) {
    case "manual":
    case "MANUAL":
      return `Enrolled by hand${where}.`;
    case "audience":
      return `Entered${where} as a member of the audience.`;
    case "schedule":
    case "SCHEDULE":
      return `Entered${where} on schedule.`;
    case "date":
    case "DATE":
      return `Entered${where} on the date of their trait.`;
    case "effect":
      return `Enrolled${where} by another journey.`;
  }
  return `Entered${where}.`;
}

/** What did not happen before a timer of each kind of node; null = people waited for the time itself. */
const TOO_LATE: Readonly<Record<NodeType, string | null>> = {
  TRIGGER: null,
  CONTENT: "No reaction in time",
  ACTION: null,
  DECIDE: null,
  WAIT: null,
  WAIT_FOR_EVENT: "The event did not come in time",
  WAIT_FOR_CONDITION: "The condition was not met in time",
  CONDITION: null,
  SPLIT: null,
  GOAL_CHECK: null,
  EXIT: null,
};

function timerSentence({ from, receipt }: NamedHop, onTo: string): string {
  const late = from?.type ? TOO_LATE[from.type] : null;
  if (late !== null) return `${late} at ${quoted(from?.name)}${onTo}.`;
  return `The wait at ${quoted(from?.name)} was over${clockWords(receipt)}${onTo}.`;
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
  const outcome = text(receipt.outcome);
  if (outcome === "dismissed") return `Dismissed ${quoted(from?.name)}${onTo}.`;
  if (outcome === "completed") return `Completed ${quoted(from?.name)}${onTo}.`;
  if (outcome === "timeout") return `Did not react to ${quoted(from?.name)} in time${onTo}.`;
  if (outcome === "failed") return `${quoted(from?.name)} could not be delivered${onTo}.`;
  return `${quoted(from?.name)} was handed over for delivery${onTo}.`;
}

function immediateSentence({ from, to, receipt }: NamedHop): string {
  const name = quoted(from?.name);
  const next = to ? quoted(to.name) : null;
  const onTo = next ? `, continued to ${next}` : "";
  if (Array.isArray(receipt.did)) return `At ${name}: ${receipt.did.map(operationWords).join(", ")}${onTo}.`;
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
  if (result) return `${name} resulted in ${resultWords(result)}${onTo}.`;
  if (!next || (from?.type && isEnd({ type: from.type })))
    return from ? `Reached the end at ${name}.` : "Reached the end.";
  if (from?.type && nodeKinds[from.type].usesContent) return `${name} was handed over for delivery${onTo}.`;
  return `Passed ${name}, continued to ${next}.`;
}

const operationWords = (operation: unknown) =>
  OPERATION_WORDS[String(operation)] ?? String(operation).replaceAll("_", " ");

function resultWords(result: string): string {
  if (result === "TRUE") return "true";
  if (result === "FALSE") return "false";
  return result === "default" ? "with none of its branches" : quoted(result);
}
