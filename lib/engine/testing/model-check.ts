import * as fc from "fast-check";
import type { JourneyDocument, OnResume } from "#journey";
import { MINUTE, programOf, START } from "./build.ts";
import { type Happening, InboxModel, type Reading } from "./inbox-model.ts";
import { randomJourney } from "./random.ts";
import { randomStory } from "./random-story.ts";

type Scenario = readonly [
  documents: readonly JourneyDocument[],
  onResume: OnResume,
  story: readonly Happening[],
  reading: Reading,
];

/** Two journeys for one person, so that a change by one of them affects the other. */
const scenarios = (readings: fc.Arbitrary<Reading>): fc.Arbitrary<Scenario> =>
  fc.tuple(
    fc.tuple(randomJourney, randomJourney),
    fc.constantFrom("fire" as const, "shift" as const),
    randomStory,
    readings,
  );

/**
 * Compares the results of random stories, divided into batches by `readings`, with those of the prompt reference.
 * Throws with the seed, the smallest story that differs, and the comparison.
 */
export function checkReadings(
  readings: fc.Arbitrary<Reading>,
  compare: (seen: unknown, expected: unknown) => void,
  runs: { readonly numRuns: number; readonly seed?: number; readonly path?: string },
): void {
  // Compared as text: describing the difference of two histories takes longer than producing them, and shrinking
  // compares hundreds of times.
  const property = fc.property(
    scenarios(readings),
    (scenario) => textOf(history(scenario, scenario[3])) === textOf(history(scenario, "promptly")),
  );
  const result = fc.check(property, runs);
  const scenario = result.counterexample?.[0];
  if (!result.failed || !scenario) return;
  const place = `seed ${result.seed}, path "${result.counterexamplePath}"`;
  try {
    compare(history(scenario, scenario[3]), history(scenario, "promptly"));
  } catch (cause) {
    throw new Error(`${place}\n${tell(scenario)}`, { cause });
  }
  throw new Error(`${place}\n${tell(scenario)}`, { cause: result.errorInstance });
}

function history([documents, onResume, story]: Scenario, reading: Reading): unknown {
  const programs = documents.map((document, index) => programOf(document, `j${index}`));
  return new InboxModel(programs, onResume).play(story, (story.at(-1)?.at ?? START) + 5 * MINUTE, reading);
}

/** JSON with the keys of every object sorted. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

function tell([documents, onResume, story]: Scenario): string {
  const journeys = documents.map((document, index) => {
    const names = new Map(document.nodes.map((node) => [node.id, node.name]));
    const nodes = document.nodes.map(({ id, name, type, config }) => {
      const ways = document.edges.filter((edge) => edge.sourceNodeId === id);
      return `  ${name} ${type} ${JSON.stringify(config)} ${ways.map((way) => `${way.branch ?? ""}→${names.get(way.targetNodeId)}`).join(" ")}`;
    });
    const rest = JSON.stringify({ settings: document.settings, goal: document.goalConfig, onResume });
    return [`journey j${index} ${rest}`, ...nodes].join("\n");
  });
  return [...journeys, ...story.map(({ at, label }) => `${at - START} ms: ${label}`)].join("\n");
}
