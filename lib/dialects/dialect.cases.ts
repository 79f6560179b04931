import { describe, expect, test } from "vitest";
import { compile, type Program, samplePerson, type TestRunOptions, testRun } from "#engine";
import { formatDuration, type JourneyDocument } from "#journey";
import type { Dialect, JourneyDraft } from "./dialect.ts";
import { everyJourney } from "./every-journey.cases.ts";
import { sameJson } from "./same-json.ts";

/** Monday, 2 March 2026, 09:00 UTC (epoch ms). */
const START = 1_772_442_000_000;
const SEED = "journey-1";

export type ForeignCase<Foreign> = {
  readonly name: string;
  readonly foreign: unknown;
  /** What `write` answers for it, where reading normalizes; the same as `foreign` unless given. */
  readonly normal?: Foreign;
  /** Later events and whatever else the trace of the sample person needs. */
  readonly run?: Partial<TestRunOptions>;
  readonly person?: Parameters<typeof samplePerson>[1];
};

export type DialectExamples<Foreign> = {
  readonly foreign: readonly ForeignCase<Foreign>[];
  /** Journeys made here that the format can say whole. */
  readonly drafts: readonly { readonly name: string; readonly draft: JourneyDraft }[];
  /** Removes from a journey what the format says in another way that means the same, before two journeys are compared. */
  readonly normalize?: (document: JourneyDocument) => JourneyDocument;
  /** Foreign JSON with one thing wrong, the pointer to it and its code. */
  readonly wrong: readonly {
    readonly name: string;
    readonly foreign: unknown;
    readonly pointer: string;
    readonly code: string;
  }[];
};

/** The contract of every dialect. */
export function everyDialect<Foreign>(dialect: Dialect<Foreign>, examples: DialectExamples<Foreign>): void {
  const read = (foreign: unknown, before?: JourneyDraft): JourneyDraft => {
    const { journey, problems } = dialect.read(foreign, { seed: SEED, ...(before === undefined ? {} : { before }) });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    if (journey === null) throw new Error("A reading without errors has a journey.");
    return journey;
  };

  const meaning = (document: JourneyDocument) => named(examples.normalize?.(document) ?? document);

  describe.each(examples.foreign)("$name", ({ foreign, normal, run, person }) => {
    test("what was read is written as it was, without losses", () => {
      expect(dialect.recognizes(foreign)).toBe(true);
      const { foreign: written, losses } = dialect.write(read(foreign));
      expect(written).toEqual(normal ?? foreign);
      expect(dialect.schema.safeParse(written)).toMatchObject({ success: true });
      expect(losses).toEqual([]);
    });

    test("read again it is the same journey: document, program and trace", () => {
      const first = read(foreign);
      const again = read(dialect.write(first).foreign);
      expect(again).toEqual(first);
      expect(read(foreign, first)).toEqual(first);
      expect(programOf(again.document).hash).toBe(programOf(first.document).hash);
      const trace = traceOf(first.document, run, person);
      expect(traceOf(again.document, run, person)).toEqual(trace);
      expect(trace.length).toBeGreaterThan(0);
    });

    test("every step has a place of its own", () => {
      const places = read(foreign).document.nodes.map(({ position }) => `${position.x}/${position.y}`);
      expect(new Set(places).size).toBe(places.length);
    });
  });

  test.each(examples.drafts)("$name: written and read, it is the same document", ({ draft }) => {
    const { foreign, losses } = dialect.write(draft);
    expect(losses).toEqual([]);
    expect(read(foreign, draft)).toEqual(draft);
    expect(meaning(read(foreign).document)).toEqual(meaning(draft.document));
  });

  test.each(examples.wrong)("$name: the problem points to it", ({ foreign, pointer, code }) => {
    const { journey, problems } = dialect.read(foreign, { seed: SEED });
    expect(journey).toBeNull();
    expect(problems).toContainEqual(expect.objectContaining({ pointer, code, severity: "error" }));
  });

  test("a field that is not known is named by its place, or kept, at each level of a file", () => {
    const silent: string[] = [];
    for (const { name, foreign } of examples.foreign)
      for (const path of objectsIn(foreign)) {
        const { journey, problems } = dialect.read(withField(foreign, path), { seed: SEED });
        const pointer = [...path, UNHEARD_OF]
          .map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`)
          .join("");
        const isNamed = problems.some(
          (problem) => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`),
        );
        // What is refused is not lost silently.
        const isKept = () => journey === null || JSON.stringify(dialect.write(journey).foreign).includes(UNHEARD_OF);
        if (!isNamed && !isKept()) silent.push(`${name}: ${pointer}`);
      }
    expect(silent).toEqual([]);
  });

  test("nothing is lost silently: a journey that would run differently has losses, and keeps all if it existed before", () => {
    const silent: string[] = [];
    for (const draft of everyJourney()) {
      const { foreign, losses } = dialect.write(draft);
      const { journey } = dialect.read(foreign, { seed: SEED });
      const isSame = journey !== null && sameJson(meaning(journey.document), meaning(draft.document));
      if (!isSame && losses.length === 0) silent.push(draft.name);
      const kept = dialect.read(foreign, { seed: SEED, before: draft }).journey;
      if (kept !== null) expect(named(kept.document), draft.name).toEqual(named(draft.document));
    }
    expect(silent).toEqual([]);
  });

  test("a loss names a step, an edge or a setting that exists", () => {
    for (const draft of everyJourney()) {
      const { nodes, edges } = draft.document;
      for (const { nodeId, edgeId, message } of dialect.write(draft).losses) {
        if (nodeId !== undefined) expect(nodes.map(({ id }) => id)).toContain(nodeId);
        if (edgeId !== undefined) expect(edges.map(({ id }) => id)).toContain(edgeId);
        expect(message).toMatch(/\w.*\.$/);
      }
    }
  });

  test.each([null, 5, "text", [], [1], {}, { name: 5 }, { name: "x", nodes: 1, steps: "y", machineConfig: [] }])(
    "reading %j answers problems and does not throw",
    (foreign) => {
      const { journey, problems } = dialect.read(foreign, { seed: SEED });
      expect(journey).toBeNull();
      expect(problems.length).toBeGreaterThan(0);
      for (const { pointer } of problems) expect(pointer).toMatch(/^(\/.*)?$/);
    },
  );
}

const UNHEARD_OF = "unheardOf";

/** The paths to all objects in a value. */
function objectsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, key]));
  return Array.isArray(value) ? inside : [path, ...inside];
}

/** A copy with one more field in the object at a path. */
function withField(value: unknown, path: readonly string[]): unknown {
  const copy = structuredClone(value);
  const place = path.reduce((at, key) => at[key] as Record<string, unknown>, copy as Record<string, unknown>);
  place[UNHEARD_OF] = 1;
  return copy;
}

function programOf(document: JourneyDocument): Program {
  return compile(document, { versionId: "version-1", journeyId: SEED });
}

/** The way of a sample person by names, with the times since the start and what was sent. */
function traceOf(
  document: JourneyDocument,
  options: Partial<TestRunOptions> = {},
  given: Parameters<typeof samplePerson>[1] = {},
): unknown[] {
  const person = samplePerson(START, given);
  const run = testRun(programOf(document), person, { now: START, workspaceTimezone: "UTC", ...options });
  const names = new Map(document.nodes.map(({ id, name }) => [id, name]));
  const steps = run.steps.map(({ at, toNodeId, cause }) => [at - START, names.get(toNodeId ?? "") ?? null, cause]);
  return [...steps, ...run.deliveries.map(({ at, name, contentId }) => [at - START, name, contentId])];
}

/**
 * What a document runs, with names in place of ids. Not part of it: where nodes stand, the order of lists, fields that
 * are null, how a delay is written, and the names of triggers and of edges, which most formats have no place for.
 */
function named(document: JourneyDocument): unknown {
  const program = programOf(document);
  const triggers = document.nodes.filter(({ type }) => type === "TRIGGER").map(({ id }) => id);
  const nameOf = (id: string) =>
    triggers.includes(id) ? `trigger ${triggers.indexOf(id)}` : (program.states[id]?.name ?? "nothing");
  const states = Object.values(program.states).map(({ nodeId, type, config, contentId, exits }) => ({
    name: nameOf(nodeId),
    type,
    config: withoutNulls(config),
    contentId,
    exits: exits.map(({ branch, target, weight, trigger }) => ({
      branch,
      target: nameOf(target),
      weight,
      trigger: trigger?.type === "timer" ? { ...trigger, delay: formatDuration(trigger.delay) } : trigger,
    })),
  }));
  return {
    states: states.sort((left, right) => (left.name < right.name ? -1 : 1)),
    entries: program.entries.map((entry) => ({ ...entry, nodeId: nameOf(entry.nodeId) })),
    settings: withoutNulls(program.settings),
    goal: program.goal,
    audienceId: program.audienceId,
    allowAnonymous: program.allowAnonymous,
  };
}

function withoutNulls(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined));
}
