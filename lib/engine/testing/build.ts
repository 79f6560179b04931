import type { GoalConfig, JourneyDocument, JourneyEdge, JourneyNode, JsonObject, NodeType } from "#journey";
import { compile } from "../compile.ts";
import { derivedId } from "../ids.ts";
import type { Program } from "../program.ts";
import { type Simulation, type SimulationOptions, simulate } from "../simulate/index.ts";

export { DAY_MS as DAY, HOUR_MS as HOUR, MINUTE_MS as MINUTE, SECOND_MS as SECOND } from "#times";

/** Monday, 2 March 2026, 09:00 UTC (epoch ms): the start of every test. */
export const START = 1_772_442_000_000;

type Step = {
  readonly type: NodeType;
  readonly config?: JsonObject;
  readonly contentId?: string;
  readonly disabled?: boolean;
};
type Link = { readonly from: string; readonly to: string } & Partial<
  Pick<JourneyEdge, "branch" | "label" | "weight" | "trigger">
>;
type Sketch = {
  readonly steps: Readonly<Record<string, Step>>;
  readonly links: readonly Link[];
  readonly settings?: JsonObject;
  readonly goal?: GoalConfig;
  readonly allowAnonymous?: boolean;
  readonly audienceId?: string;
};

export function idOf(name: string): string {
  return derivedId(`test:${name}`, START, "00");
}

/** Builds a document from nodes by name and the links between them. */
export function sketch({
  steps,
  links,
  settings = {},
  goal,
  allowAnonymous = false,
  audienceId,
}: Sketch): JourneyDocument {
  return {
    nodes: Object.entries(steps).map(
      ([name, step]): JourneyNode => ({
        id: idOf(name),
        type: step.type,
        name,
        config: step.config ?? {},
        position: { x: 0, y: 0 },
        contentId: step.contentId ?? null,
        ...(step.disabled ? { disabled: true } : {}),
      }),
    ),
    edges: links.map(
      ({ from, to, branch = null, label = null, weight = null, trigger = null }, index): JourneyEdge => ({
        id: idOf(`edge ${index}`),
        name: `${from}-to-${to}-${index}`,
        sourceNodeId: idOf(from),
        targetNodeId: idOf(to),
        branch,
        label,
        weight,
        trigger,
      }),
    ),
    settings,
    goalConfig: goal ?? null,
    audienceId: audienceId ?? null,
    allowAnonymous,
  };
}

/** Links between consecutive names: `chain("start", "w", "exit")`. */
export function chain(...names: readonly string[]): Link[] {
  return names.slice(1).map((to, index) => ({ from: names[index] ?? to, to }));
}

export const START_STEP: Step = {
  type: "TRIGGER",
  config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } },
};
export const EXIT_STEP: Step = { type: "EXIT" };
export const wait = (duration: string): Step => ({ type: "WAIT", config: { duration } });
export const email: Step = { type: "CONTENT", config: { contentType: "email" }, contentId: "mail" };

export function programOf(document: JourneyDocument, name = "journey"): Program {
  return compile(document, { versionId: idOf(`version of ${name}`), journeyId: idOf(name) });
}

/** Another version of the same journey. */
export function versionOf(document: JourneyDocument, number: string, name = "journey"): Program {
  return compile(document, { versionId: idOf(`version ${number}`), journeyId: idOf(name) });
}

/** The sum of one node's counters over the whole run; of one version if it is named. */
export function countsOf({ report }: Simulation, node: string, version?: string) {
  const sum = { entered: 0, advanced: 0, exited: 0, failed: 0 };
  for (const delta of report.counts) {
    if (delta.elementId !== idOf(node) || (version !== undefined && delta.versionId !== idOf(version))) continue;
    for (const key of ["entered", "advanced", "exited", "failed"] as const) sum[key] += delta[key];
  }
  return sum;
}

/** A simulation of one journey that begins at `START`. */
export function run(document: JourneyDocument, options: Partial<SimulationOptions> = {}): Simulation {
  const onResume = document.settings.onResume === "shift" ? "shift" : "fire";
  return simulate({ journeys: [{ program: programOf(document), onResume }], start: START, ...options });
}

/** The paths of all enrollments as node names, with ms since the start. */
export function paths({ report }: Simulation, document: JourneyDocument): [string, number][][] {
  const names = new Map(document.nodes.map((node) => [node.id, node.name]));
  return report.enrollments.map((enrollment) =>
    enrollment.hops.flatMap((hop): [string, number][] =>
      hop.to === null ? [] : [[names.get(hop.to) ?? hop.to, hop.at - START]],
    ),
  );
}
