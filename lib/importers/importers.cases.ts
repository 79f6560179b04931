import { describe, expect, it } from "vitest";
import { blocksPublishing, compile, findProblems } from "#engine";
import type { Catalog, JourneyDocument, Problem } from "#journey";
import type { ImportedJourney, Product } from "./contract.ts";
import { readImport } from "./read-import.ts";
import { idOfKey } from "./testing/id-of-key.ts";
import { toDocument } from "./to-document.ts";

export type ImporterCase = {
  readonly product: Product;
  /** A made file in the shape of the product's export. */
  readonly text: string;
  readonly names?: Readonly<Record<string, string>>;
  /** Pointers of all steps in the file, counted from the file and not by the importer. */
  readonly steps: readonly string[];
  /** Texts of the file that must not be found in what is imported: tokens, credentials, headers. */
  readonly secrets: readonly string[];
};

const document = (journey: ImportedJourney): JourneyDocument =>
  toDocument(journey, { idOf: idOfKey, contentIdOf: idOfKey });

/** What every importer promises; each runs it with its own made file. */
export function importerCases({ product, text, names, steps, secrets }: ImporterCase): void {
  const read = (source: string) => {
    const result = readImport({ text: source, ...(names ? { names } : {}) });
    if ("problems" in result) throw new Error(JSON.stringify(result.problems));
    return result;
  };
  const { journeys } = read(text);

  describe(`${product}: any file`, () => {
    it("is recognized without being told the product", () => {
      expect(read(text).product).toBe(product);
      expect(journeys.length).toBeGreaterThan(0);
    });

    it("has each of its steps in the report exactly once", () => {
      const reported = journeys.flatMap(({ report }) => report.filter(({ subject }) => subject === "step"));
      expect(reported.map(({ pointer }) => pointer).sort()).toEqual([...steps].sort());
    });

    it("gives every reason for what is not taken over as it was, and names its nodes", () => {
      for (const { nodes, report } of journeys) {
        const drawn = new Set(nodes.map(({ name }) => name));
        for (const { level, reason, nodes: named } of report) {
          if (level !== "taken_over") expect(reason).toMatch(/\.$/);
          for (const name of named) expect(drawn).toContain(name);
        }
      }
    });

    it("becomes documents of which only unfinished steps block publishing", () => {
      for (const journey of journeys) {
        const errors = errorsOf(document(journey), journey);
        const unfinished = new Set(journey.report.flatMap((entry) => (entry.unfinished ? entry.nodes : [])));
        const nameOf = new Map(journey.nodes.map(({ key, name }) => [idOfKey(key), name]));
        const unexpected = errors.filter(({ nodeId }) => !unfinished.has(nameOf.get(nodeId ?? "") ?? ""));
        expect(unexpected.map(({ message }) => message)).toEqual([]);
      }
    });

    it("compiles once its unfinished steps are filled in", () => {
      for (const journey of journeys) {
        const whole = filledIn(document(journey), journey);
        expect(errorsOf(whole, journey).map(({ message }) => message)).toEqual([]);
        const about = { versionId: idOfKey("version"), journeyId: idOfKey("journey") };
        expect(compile(whole, about).hash).not.toBe("");
      }
    });

    it("has no two nodes of one key or name, and no edge without its nodes", () => {
      for (const { nodes, edges } of journeys) {
        const keys = nodes.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
        for (const { from, to } of edges) expect(keys).toEqual(expect.arrayContaining([from, to]));
      }
    });

    it("is read the same a second time", () => {
      expect(read(text).journeys).toEqual(journeys);
    });

    it("leaves secrets behind", () => {
      const imported = JSON.stringify(journeys);
      for (const secret of secrets) {
        expect(text).toContain(secret);
        expect(imported).not.toContain(secret);
      }
    });

    it.runIf(/^\s*[[{]/.test(text))("is refused when it is cut short", () => {
      for (const share of [0.1, 0.35, 0.6, 0.85, 0.97]) {
        const result = readImport({ text: text.slice(0, Math.floor(text.length * share)) });
        expect(result).toMatchObject({ problems: [{ message: expect.stringContaining("cut short") }] });
      }
    });

    it("is named when another product was asked for", () => {
      const other: Product = product === "mautic" ? "dittofeed" : "mautic";
      expect(readImport({ text, product: other })).toMatchObject({
        problems: [{ pointer: "", message: expect.stringMatching(/^This is a file of .+, not of .+\.$/) }],
      });
    });
  });
}

function errorsOf(whole: JourneyDocument, { segments }: ImportedJourney): Problem[] {
  const catalog: Catalog = {
    content: null,
    segments: new Set(segments.map(({ key }) => key)),
    events: null,
  };
  return findProblems(whole, catalog).filter((problem) => blocksPublishing([problem]));
}

/** What somebody has to fill in: a condition, an event, a duration. */
function filledIn(whole: JourneyDocument, journey: ImportedJourney): JourneyDocument {
  const unfinished = new Set(journey.report.flatMap((entry) => (entry.unfinished ? entry.nodes : [])));
  const FILL: Readonly<Record<string, object>> = {
    CONDITION: { rules: { all: [{ field: "person.traits.plan", op: "exists" }] } },
    WAIT_FOR_EVENT: { eventName: "chosen" },
    WAIT_FOR_CONDITION: { include: [{ field: "person.traits.plan", op: "exists" }] },
    TRIGGER: { triggerType: "MANUAL", triggerConfig: {} },
    WAIT: { duration: "1d" },
    ACTION: { operations: [{ type: "none" }] },
  };
  const rules = { all: [{ field: "person.traits.plan", op: "exists" }] };
  const nodes = whole.nodes.map((node) => {
    if (!unfinished.has(node.name)) return node;
    const { branches } = node.config;
    const own = Array.isArray(branches)
      ? { branches: branches.map((branch) => ({ ...branch, rules })) }
      : FILL[node.type];
    return { ...node, config: { ...node.config, ...own } };
  });
  return { ...whole, nodes };
}
