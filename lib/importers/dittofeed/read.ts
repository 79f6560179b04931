import { isObject } from "#values";
import type { ImportedJourney, Importer, ImportProblem, ReadOptions } from "../contract.ts";
import { drawFlow } from "../graph/draw-flow.ts";
import { listOf, objectOf, pointerTo, textOf } from "../json.ts";
import { Outline } from "../outline.ts";
import { entryOf } from "./entry.ts";
import { EXIT_ID, Library } from "./library.ts";
import { stepOf } from "./steps.ts";

type Fields = Readonly<Record<string, unknown>>;
type Placed = { readonly journey: Fields; readonly pointer: string };

const hasDefinition = (journey: Fields): boolean => isObject(objectOf(journey.definition).entryNode);
const looksLike = (journey: unknown): boolean =>
  isObject(journey) &&
  (hasDefinition(journey) || ("workspaceId" in journey && ("definition" in journey || "draft" in journey)));

/** The journeys of a file: one, a list, or the answer of the API, which may stand beside those for segments and templates. */
function journeysOf(file: unknown): readonly Placed[] {
  const inside = isObject(file) && "journeys" in file ? file.journeys : file;
  const answer = isObject(inside) && Array.isArray(inside.journeys) ? inside.journeys : inside;
  const path = ["journeys", "journeys"].slice(0, [inside !== file, answer !== inside].filter(Boolean).length);
  if (!Array.isArray(answer)) return isObject(answer) ? [{ journey: answer, pointer: pointerTo(...path) }] : [];
  return answer.map((journey, index) => ({ journey: objectOf(journey), pointer: pointerTo(...path, index) }));
}

/** Journeys of Dittofeed, as its admin API answers them. */
export const dittofeed: Importer = {
  product: "dittofeed",
  title: "Dittofeed",
  matches: (file) => journeysOf(file).some(({ journey }) => looksLike(journey)),
  read(file, options) {
    const placed = journeysOf(file);
    const whole = placed.filter(({ journey }) => hasDefinition(journey));
    const problems = whole.flatMap(problemsOf);
    if (problems.length > 0) return { problems };
    const skipped = placed.filter(({ journey }) => !hasDefinition(journey)).map(sayDraft);
    if (whole.length === 0) return { problems: skipped };
    return { journeys: whole.map((one) => readJourney(one, file, options)), skipped };
  },
};

function sayDraft({ journey, pointer }: Placed): ImportProblem {
  const name = textOf(journey.name);
  const message = `${name ? `“${name}”` : "A journey"} has no definition: Dittofeed writes it when the journey is started.`;
  return { pointer: `${pointer}/definition`, message };
}

function problemsOf({ journey, pointer }: Placed): ImportProblem[] {
  const { nodes } = objectOf(journey.definition);
  if (!Array.isArray(nodes)) return [{ pointer: `${pointer}/definition/nodes`, message: "Is no list of nodes." }];
  const seen = new Set<string>();
  return nodes.flatMap((node, index) => {
    const { id, type } = objectOf(node);
    const place = `${pointer}/definition/nodes/${index}`;
    if (textOf(type) === "") return [{ pointer: `${place}/type`, message: "The node has no type." }];
    if (textOf(id) === "") return [{ pointer: `${place}/id`, message: "The node has no id." }];
    if (seen.has(textOf(id))) return [{ pointer: `${place}/id`, message: "Two nodes have this id." }];
    seen.add(textOf(id));
    return [];
  });
}

function readJourney({ journey, pointer }: Placed, file: unknown, options: ReadOptions): ImportedJourney {
  const outline = new Outline(options.names);
  const library = new Library(file, outline);
  const definition = objectOf(journey.definition);
  const { trigger, start, settings } = entryOf(journey, pointer, library);
  const steps = listOf(definition.nodes).map((node, index) =>
    stepOf({ fields: objectOf(node), pointer: `${pointer}/definition/nodes/${index}` }, library),
  );
  if (isObject(definition.exitNode)) steps.push(exitStep(pointer, outline));
  const { nodes, edges, namesOf } = drawFlow({ triggers: [trigger], entryId: "entry", start, steps });
  return {
    foreignId: textOf(journey.id) || textOf(journey.name),
    name: textOf(journey.name) || "Journey",
    description: null,
    nodes,
    edges,
    settings,
    goalConfig: null,
    contents: library.contents,
    segments: outline.segments,
    unnamed: outline.unnamed,
    report: outline.report(namesOf),
  };
}

function exitStep(pointer: string, outline: Outline) {
  const about = { pointer: `${pointer}/definition/exitNode`, subject: "step" as const, id: EXIT_ID };
  outline.note({ ...about, name: "Exit", type: "ExitNode" }, { level: "taken_over" });
  const node = { key: "node:exit", name: "Exit", type: "EXIT" as const, config: {} };
  return { id: EXIT_ID, piece: { nodes: [node] as const, links: [], exits: {} }, next: {}, through: "next" };
}
