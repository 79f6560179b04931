import type { Difference } from "./differences.ts";
import { changesOf, type Plan, type PlannedJourney } from "./plan.ts";

const SIGNS = { added: "+", removed: "-", changed: "~", moved: ">" } as const;

/** A plan as people read it; journeys without a change are only counted. */
export function planText(plan: Plan): string {
  const unchanged = plan.journeys.length - changesOf(plan).length;
  const lines = changesOf(plan).flatMap(journeyLines);
  return `${[...lines, `${changesOf(plan).length} to change, ${unchanged} unchanged`].join("\n")}\n`;
}

function journeyLines({ key, file, change, differences, people, present, moved }: PlannedJourney): string[] {
  const then = present?.status === "PUBLISHED" && change === "update" ? ", and publish" : "";
  return [
    `${change} ${key}${then} (${file})`,
    ...differences.flatMap(differenceLines),
    ...(people === null ? [] : [`  ${people.inside} people inside ${fate(change, present)}`]),
    ...(people?.steps ?? []).map((step) => `    ${step.people} on ${step.name}${stepFate(step.name, differences)}`),
    ...moved.map((line) => `  ! ${line}`),
  ];
}

/** People on a step that the file does not have walk on by the version that they entered. */
const stepFate = (step: string, differences: readonly Difference[]): string =>
  differences.some(({ part, name, change }) => part === "step" && name === step && change === "removed")
    ? ", which new people will not reach"
    : "";

const fate = (change: PlannedJourney["change"], present: PlannedJourney["present"]): string => {
  if (change === "archive") return "leave, and what is unsent is cancelled";
  return present?.status === "PUBLISHED" ? "stay on their version" : "are not touched; the draft is saved";
};

export function differenceLines({ part, name, change, fields }: Difference): string[] {
  if (part === "journey") return fields.map((field) => `  ~ ${fieldText(field)}`);
  return [
    `  ${SIGNS[change]} ${part} ${name}`,
    ...(change === "changed" ? fields.map((field) => `      ${fieldText(field)}`) : []),
  ];
}

const fieldText = ({ path, before, after }: Difference["fields"][number]): string =>
  `${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
