import { formatDuration, parseDuration } from "#journey";
import { valueText } from "../timeline/value-text.ts";

const WORDS: Record<string, string> = {
  name: "Name",
  type: "Kind",
  contentId: "Content",
  sourceNodeId: "Comes from",
  targetNodeId: "Leads to",
  branch: "Branch",
  label: "Label",
  weight: "Share",
  trigger: "Trigger",
  position: "Place on the canvas",
  reEntry: "Re-entry",
  maxDuration: "Max duration",
  entryConditions: "Entry conditions",
  exitConditions: "Exit conditions",
  minDaysSinceLastJourney: "Minimum days since the last journey",
  instanceKey: "Instance key",
  onResume: "On resume",
  timezone: "Time zone",
  audienceId: "Audience",
  allowAnonymous: "Anonymous visitors",
  goalConfig: "Goal",
  goal: "Goal",
  deadline: "Deadline",
  window: "Counts afterwards for",
  exitOnGoal: "Exit when the goal is reached",
};

/** `config.until.weekdays` as people read it: Until › weekdays. */
export function fieldWords(path: string): string {
  const parts = path
    .replace(/^\/|^settings\.|^config\./g, "")
    .split(/[./]/)
    .filter((part) => part !== "" && part !== "config" && part !== "settings");
  const words = parts.map((part) => WORDS[part] ?? spaced(part));
  const text = words.join(" › ");
  return text === "" ? "Settings" : text.charAt(0).toUpperCase() + text.slice(1);
}

const spaced = (word: string) => word.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

/** A value of one side; names stand for the ids of steps. */
export function sideText(path: string, value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string" && names.has(value)) return names.get(value) ?? value;
  const isSpan = /duration|timeout|delay/i.test(path) && (typeof value === "string" || typeof value === "number");
  if (isSpan && parseDuration(value) !== null) return formatDuration(value);
  return valueText(value);
}
