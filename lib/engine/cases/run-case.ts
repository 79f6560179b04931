import { momentOf } from "#times";
import { compile } from "../compile.ts";
import { type Simulation, simulate } from "../simulate/index.ts";
import type { Observed } from "./compare.ts";
import { CASE_START, caseDocument, caseOffset } from "./document.ts";
import type { CaseSignal, JourneyCase } from "./types.ts";

const IDS = { versionId: "00000000-0000-7000-8000-000000000001", journeyId: "00000000-0000-7000-8000-000000000002" };

/** Runs a case in memory, with one call of advance per signal or one per instant. */
export function runCase(journeyCase: JourneyCase, batching: "signal" | "instant"): Observed {
  const document = caseDocument(journeyCase);
  const onResume = document.settings.onResume === "shift" ? "shift" : "fire";
  const newPerson = (name: string) => ({ traits: { email: `${name}@example.com` } });
  const simulation = simulate({
    journeys: [{ program: compile(document, IDS), onResume }],
    start: CASE_START,
    batching,
    newPerson,
  });
  for (const signal of journeyCase.signals) {
    simulation.runTo(CASE_START + caseOffset(signal.at));
    perform(simulation, signal);
  }
  simulation.runTo(CASE_START + caseOffset(journeyCase.signals.at(-1)?.at ?? "0"));
  return observe(simulation, new Map(document.nodes.map((node) => [node.id, node.name])));
}

function perform(simulation: Simulation, signal: CaseSignal): void {
  const person = signal.person ?? "p";
  if (signal.track !== undefined) {
    const timestamp =
      signal.timestamp === undefined
        ? CASE_START + caseOffset(signal.at)
        : (momentOf(signal.timestamp, "UTC") ?? CASE_START);
    simulation.track(person, signal.track, signal.properties ?? {}, timestamp);
    return;
  }
  if (signal.identify !== undefined) {
    simulation.change(person, { traits: signal.identify });
    return;
  }
  if (signal.tag !== undefined) {
    simulation.change(person, { addTags: [signal.tag] });
    return;
  }
  const operations: Readonly<Record<NonNullable<CaseSignal["do"]>, () => void>> = {
    pause: () => simulation.pause(signal.pauseMode ?? "hold"),
    resume: () => simulation.resume(),
    unpublish: () => simulation.unpublish(),
    archive: () => simulation.archive(),
    restore: () => simulation.restore(),
    publish: () => simulation.publish(),
    stop: () => simulation.stop(person),
    engine_stops: () => simulation.stopEngine(),
    engine_starts: () => simulation.startEngine(),
    look: () => undefined,
  };
  operations[signal.do ?? "look"]();
}

function observe({ report }: Simulation, names: ReadonlyMap<string, string>): Observed {
  const nameOf = (id: string) => names.get(id) ?? id;
  const nearMisses: Record<string, number> = {};
  for (const { reason } of report.nearMisses) nearMisses[reason] = (nearMisses[reason] ?? 0) + 1;
  const released = report.deliveries.filter((delivery) => delivery.status === "released");
  return {
    enrollments: report.enrollments.map(({ person, hops, status, exitReason, endedAt }) => ({
      person,
      path: hops.flatMap((hop): [string, number][] => (hop.to === null ? [] : [[nameOf(hop.to), hop.at]])),
      status,
      exitReason,
      endedAt,
    })),
    deliveries: released
      .map((delivery): [string, number] => [nameOf(delivery.request.nodeId), delivery.releasedAt ?? 0])
      .sort(([, left], [, right]) => left - right),
    nearMisses,
    conversions: report.conversions.length,
    tagsAt: (at) => tagsAt(report.changes.filter((change) => change.person === "p" && change.at <= at)),
  };
}

function tagsAt(changes: Simulation["report"]["changes"]): readonly string[] {
  const tags = new Set<string>();
  for (const { patch } of changes) {
    for (const tag of patch.addTags ?? []) tags.add(tag);
    for (const tag of patch.removeTags ?? []) tags.delete(tag);
  }
  return [...tags];
}
