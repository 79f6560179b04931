import { type AdvanceInput, advance, compile, type LoggedEvent, type Program, type WorkspaceSnapshot } from "#engine";
import { JourneyDocument as Document, type JourneyDocument } from "#journey";

/**
 * Measures the cost of one signal inside the engine: `advance` with one person and one awaited event, against a loop
 * that only creates the same input. Run with `node bench/engine-step.ts`.
 */
const ROUNDS = 200_000;
const START = 1_772_442_000_000;
const id = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

const program = compile(waitForEvent(), { versionId: id(900), journeyId: id(901) });
const snapshot = snapshotOf(program);
const entered = advance(turnOf([], "app.in", START));
const enrollments = entered.enrollments;
if (enrollments.length !== 1) throw new Error("the person is not in the journey");

report(
  "empty loop",
  measure((round) => turnOf(enrollments, "app.out", START + round).signals.length),
);
report(
  "an event nobody awaits",
  measure((round) => advance(turnOf(enrollments, "app.other", START + round)).enrollments.length),
);
report(
  "an awaited event: hop, message, park",
  measure((round) => advance(turnOf(enrollments, "app.out", START + round)).history.length),
);
report(
  "an event that starts an enrollment",
  measure((round) => advance(turnOf([], "app.in", START + round)).started.length),
);

function measure(once: (round: number) => number): number {
  let seen = 0;
  for (let round = 0; round < ROUNDS / 10; round += 1) seen += once(round);
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) seen += once(round);
  const took = performance.now() - began;
  if (seen < 0) throw new Error("unreachable");
  return (took * 1_000) / ROUNDS;
}

function report(what: string, microseconds: number): void {
  console.log(`${what.padEnd(40)} ${microseconds.toFixed(2).padStart(8)} µs a signal`);
}

function turnOf(running: AdvanceInput["enrollments"], name: string, at: number): AdvanceInput {
  const event: LoggedEvent = {
    id: id(at % 1_000_000),
    name,
    properties: { plan: "pro" },
    timestamp: at,
    receivedAt: at,
  };
  return {
    now: at,
    horizon: null,
    person: {
      id: id(1),
      externalId: "ada",
      anonymousId: null,
      traits: { email: "ada@example.com", plan: "pro" },
      tags: ["vip"],
      stage: null,
      segments: [],
      lastEnteredAt: null,
      createdAt: START,
    },
    enrollments: running,
    past: [],
    queued: [],
    signals: [{ kind: "event", id: event.id, at, event }],
    snapshot,
    events: [],
  };
}

function snapshotOf(compiled: Program): WorkspaceSnapshot {
  const journey = {
    id: compiled.journeyId,
    number: 1,
    status: "published" as const,
    pauseMode: null,
    pauses: [],
    onResume: "fire" as const,
    epoch: 1,
    entryVersionId: compiled.versionId,
  };
  return {
    workspace: { id: id(2), name: "Bench", timezone: "UTC", tooOldMs: 259_200_000 },
    journeys: new Map([[journey.id, journey]]),
    programs: new Map([[compiled.versionId, compiled]]),
  };
}

function waitForEvent(): JourneyDocument {
  const position = { x: 0, y: 0 };
  const nodes = [
    { type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } } },
    { type: "WAIT_FOR_EVENT", config: { eventName: "out", filter: { plan: "pro" }, timeout: "2h" } },
    { type: "CONTENT", config: { contentType: "email" }, contentId: "mail" },
    { type: "WAIT", config: { duration: "2h" } },
  ].map((node, index) => ({ ...node, id: id(10 + index), name: `n${index}`, position }));
  const edges = [0, 1, 2].map((index) => ({
    id: id(20 + index),
    name: `e${index}`,
    sourceNodeId: id(10 + index),
    targetNodeId: id(11 + index),
  }));
  return Document.parse({ nodes, edges });
}
