import type { Difference } from "./differences.ts";
import { changesOf, type HeadCount, type Plan, type PlannedJourney, type StepCount } from "./plan.ts";

const SIGNS = { added: "+", removed: "-", changed: "~", moved: ">" } as const;

/** A plan as people read it; journeys without a change are only counted. */
export function planText(plan: Plan): string {
  const unchanged = plan.journeys.length - changesOf(plan).length;
  const lines = [...changesOf(plan).flatMap(journeyLines), ...plan.journeys.flatMap(unchangedLines)];
  return `${[...lines, `${changesOf(plan).length} to change, ${unchanged} unchanged`].join("\n")}\n`;
}

/** The server was changed and the file has nothing to add, or the file says what is not read. */
function unchangedLines({ key, file, change, moved, notes }: PlannedJourney): string[] {
  if (change !== "none" || moved.length + notes.length === 0) return [];
  const head = moved.length > 0 ? `behind ${key} (${file}): pull it` : `unchanged ${key} (${file})`;
  return [head, ...[...moved, ...notes].map((line) => `  ! ${line}`)];
}

function journeyLines(planned: PlannedJourney): string[] {
  const { key, file, change, differences, people, present, moved, conflicts, notes, isMerged, blocked } = planned;
  const then = present?.status === "PUBLISHED" && change === "update" ? ", and publish" : "";
  return [
    `${change} ${key}${then} (${file})`,
    ...differences.flatMap(differenceLines),
    ...(people === null ? [] : peopleLines(people, planned)),
    ...moved.map((line) => `  ! ${line}`),
    ...(isMerged ? ["  = merged with what was changed there; applying it writes the file too"] : []),
    ...conflicts.filter((line) => !moved.includes(line)).map((line) => `  x ${line}`),
    ...(blocked === null ? [] : [`  x ${blocked}`]),
    ...notes.map((line) => `  ! ${line}`),
  ];
}

function peopleLines(people: HeadCount, { change, present }: PlannedJourney): string[] {
  if (change === "archive") return [`  ${people.inside} people inside leave, and what is unsent is cancelled`];
  if (present?.status !== "PUBLISHED")
    return [`  ${people.inside} people inside are not touched; the draft is saved`, ...people.steps.map(stepLine)];
  const { inside, stay, move, leave, dueAtOnce } = people;
  const at = dueAtOnce > 0 ? `, of whom ${dueAtOnce} continue at once` : "";
  const told =
    move + leave === 0
      ? "stay on their version"
      : `of whom ${stay} stay on their version, ${move} move${at}, ${leave} leave`;
  return [`  ${inside} people inside${move + leave === 0 ? " " : ", "}${told}`, ...people.steps.map(stepLine)];
}

function stepLine({ name, version, people, change, fate, to, timers, dueAtOnce }: StepCount): string {
  const place = version === null ? name : `${name} (version ${version}${change === "same" ? "" : `, ${change}`})`;
  const anew = timers === "recompute" ? ", waits computed again" : "";
  const due = dueAtOnce > 0 ? `, ${dueAtOnce} continue at once` : "";
  const told = { stay: "stay", leave: "leave", move: `move to ${to ?? "no step"}${anew}${due}` }[fate];
  return `    ${people} on ${place}: ${told}`;
}

export function differenceLines({ part, name, change, fields }: Difference): string[] {
  if (part === "journey") return fields.map((field) => `  ~ ${fieldText(field)}`);
  return [
    `  ${SIGNS[change]} ${part} ${name}`,
    ...(change === "changed" ? fields.map((field) => `      ${fieldText(field)}`) : []),
  ];
}

const fieldText = ({ path, before, after }: Difference["fields"][number]): string =>
  `${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
