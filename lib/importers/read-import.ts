import { isObject } from "#values";
import { type ImportedJourney, type ImportProblem, PRODUCTS, type Product, type ReadOptions } from "./contract.ts";
import { importers } from "./importers.ts";
import { listOf } from "./json.ts";
import { parseFile } from "./parse-file.ts";

export type ImportInput = ReadOptions & { readonly text: string; readonly product?: Product };
export type Import =
  | {
      readonly product: Product;
      readonly journeys: readonly ImportedJourney[];
      readonly skipped: readonly ImportProblem[];
    }
  | { readonly product: Product | null; readonly problems: readonly ImportProblem[] };

const MOST_JOURNEYS = 200;
const MOST_NODES = 2_000;

/** Reads a file of another product: parses it, finds out whose it is, and translates its journeys. */
export function readImport({ text, product, ...options }: ImportInput): Import {
  const parsed = parseFile(text);
  if ("problem" in parsed) return { product: product ?? null, problems: [parsed.problem] };
  const { file } = parsed;
  const found = PRODUCTS.find((one) => importers[one].matches(file)) ?? null;
  if (found === null || (product !== undefined && found !== product))
    return { product: product ?? null, problems: [{ pointer: "", message: otherFile(file, found, product) }] };
  const read = importers[found].read(file, options);
  if ("problems" in read) return { product: found, problems: read.problems };
  const excess = excessOf(read.journeys);
  return excess === null
    ? { product: found, journeys: read.journeys, skipped: read.skipped ?? [] }
    : { product: found, problems: [excess] };
}

function excessOf(journeys: readonly ImportedJourney[]): ImportProblem | null {
  if (journeys.length === 0) return { pointer: "", message: "The file has no journeys." };
  if (journeys.length > MOST_JOURNEYS)
    return { pointer: "", message: `The file has ${journeys.length} journeys; ${MOST_JOURNEYS} are the most.` };
  const large = journeys.find(({ nodes }) => nodes.length > MOST_NODES);
  return large === undefined
    ? null
    : { pointer: "", message: `“${large.name}” has ${large.nodes.length} nodes; ${MOST_NODES} are the most.` };
}

const titles = () => PRODUCTS.map((product) => importers[product].title);

function otherFile(file: unknown, found: Product | null, wanted: Product | undefined): string {
  if (found !== null && wanted !== undefined)
    return `This is a file of ${importers[found].title}, not of ${importers[wanted].title}.`;
  const known = OTHERS.find(({ looksLike }) => looksLike(file));
  const can = `Files of ${titles().slice(0, -1).join(", ")} and ${titles().at(-1)} can be imported.`;
  return known
    ? `This is a file of ${known.title}, which cannot be imported yet. ${can}`
    : `This is no known file. ${can}`;
}

const hasFields =
  (...names: readonly string[]) =>
  (file: unknown) => {
    const root = Array.isArray(file) ? file[0] : file;
    return isObject(root) && names.every((name) => name in root);
  };

/** Files that people try, told apart by their fields. */
const OTHERS: readonly { readonly title: string; readonly looksLike: (file: unknown) => boolean }[] = [
  { title: "n8n", looksLike: hasFields("nodes", "connections") },
  { title: "Salesforce Journey Builder", looksLike: hasFields("workflowApiVersion", "activities") },
  { title: "Laudspeaker", looksLike: hasFields("visualLayout") },
  { title: "Braze", looksLike: hasFields("variants", "steps") },
  { title: "Parcelvoy", looksLike: isParcelvoy },
  { title: "Sojourn", looksLike: hasFields("nodes", "edges") },
];

/** A map of steps with children. */
function isParcelvoy(file: unknown): boolean {
  return (
    isObject(file) &&
    Object.values(file).some(
      (step) => isObject(step) && "type" in step && "children" in step && listOf(step.children).every(isObject),
    )
  );
}
