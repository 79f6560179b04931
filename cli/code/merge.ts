import { sameJson } from "#dialects";
import { type Difference, differencesOf } from "./differences.ts";
import type { Native } from "./server-journey.ts";

/** A part that the file and the server changed differently; nothing of it is decided. */
export type MergeConflict = {
  readonly part: Difference["part"];
  readonly name: string;
  readonly message: string;
};

export type Merged = {
  readonly native: Native;
  readonly conflicts: readonly MergeConflict[];
  /** What the server had changed and the file takes over. */
  readonly taken: readonly Difference[];
};

type Sides = { readonly base: Native; readonly mine: Native; readonly theirs: Native };
type Part = Native & { readonly name: string };

/**
 * Merges a file with what the server has, by what both came from: step by step and edge by edge, the other fields and
 * each setting for itself. Of a conflict the file's part is taken if `keep` names it; the result is not to be used while
 * there are others.
 */
export function mergeNative({ base, mine, theirs }: Sides, keep: ReadonlySet<string> = new Set()): Merged {
  const conflicts: MergeConflict[] = [];
  const found = (part: Difference["part"], name: string, message: string) => {
    if (!keep.has(name)) conflicts.push({ part, name, message });
  };
  const fields = Object.keys({ ...base, ...mine, ...theirs }).filter(
    (key) => !["nodes", "edges", "settings"].includes(key),
  );
  const merged = Object.fromEntries(
    fields.map((name) => [name, mergeValue("journey", name, [base[name], mine[name], theirs[name]], found)]),
  );
  const settings = mergeSettings({ base, mine, theirs }, found);
  const nodes = mergeParts("step", [base.nodes, mine.nodes, theirs.nodes], found);
  const edges = mergeParts("edge", [base.edges, mine.edges, theirs.edges], found);
  const native = inOrderOf(mine, { ...merged, settings, nodes, edges });
  for (const { name, message } of danglingEdges(native)) conflicts.push({ part: "edge", name, message });
  return { native, conflicts, taken: differencesOf(mine, native) };
}

/** The fields in the order of the file, so that writing it moves none. */
function inOrderOf(file: Native, fields: Native): Native {
  const names = new Set([...Object.keys(file), ...Object.keys(fields)].filter((name) => Object.hasOwn(fields, name)));
  return Object.fromEntries([...names].map((name) => [name, fields[name]]));
}

type Found = (part: Difference["part"], name: string, message: string) => void;
type Three = readonly [base: unknown, mine: unknown, theirs: unknown];

/** What one side changed; the file's value where both did. */
function mergeValue<Value>(
  part: Difference["part"],
  name: string,
  [base, mine, theirs]: readonly [base: Value, mine: Value, theirs: Value],
  found: Found,
): Value {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  found(part, name, `${part === "journey" ? name : `${part} ${name}`} was changed in the file and on the server`);
  return mine;
}

function mergeSettings({ base, mine, theirs }: Sides, found: Found): Native {
  const [before, ours, others] = [base.settings, mine.settings, theirs.settings].map(
    (value) => (value ?? {}) as Native,
  );
  const names = Object.keys({ ...before, ...ours, ...others });
  const merged = names.map((name) => {
    const three: Three = [before?.[name], ours?.[name], others?.[name]];
    return [name, mergeValue("journey", `settings.${name}`, three, found)] as const;
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

function mergeParts(part: "step" | "edge", lists: Three, found: Found): Part[] {
  const [base, mine, theirs] = lists.map(byName);
  if (base === undefined || mine === undefined || theirs === undefined) throw new Error("a merge without three sides");
  const merged = new Map<string, Part>();
  for (const name of namesInOrder([...mine.keys()], [...theirs.keys()])) {
    const one = mergePart(part, name, [base.get(name), mine.get(name), theirs.get(name)], found);
    if (one !== undefined) merged.set(name, one);
  }
  return [...merged.values()];
}

type Both = readonly [base: Part | undefined, mine: Part, theirs: Part];
type Versions = readonly [base: Part | undefined, mine: Part | undefined, theirs: Part | undefined];

function mergePart(part: "step" | "edge", name: string, versions: Versions, found: Found): Part | undefined {
  const [base, mine, theirs] = versions;
  if (mine && theirs) return mergeBoth(part, name, [base, mine, theirs], found);
  const left = mine ?? theirs;
  if (base === undefined) return left;
  // Where it stands has no meaning, so a move does not keep what the other side removed.
  if (left === undefined || same(meaningOf(left), meaningOf(base))) return undefined;
  const [changed, removed] = mine ? ["in the file", "on the server"] : ["on the server", "in the file"];
  found(part, name, `${part} ${name} was changed ${changed} and removed ${removed}`);
  return mine;
}

function mergeBoth(part: "step" | "edge", name: string, versions: Both, found: Found): Part {
  const [base, mine, theirs] = versions;
  const meanings = [meaningOf(base), meaningOf(mine), meaningOf(theirs)] as const;
  const meaning = mergeValue<Part | undefined>(part, name, meanings, found) ?? mine;
  const isMoved = !same(mine.position, base?.position);
  const position = isMoved ? mine.position : theirs.position;
  return { ...meaning, ...(position === undefined ? {} : { position }) };
}

/** A part without where it stands. */
function meaningOf(part: Part | undefined): Part | undefined {
  if (part === undefined) return undefined;
  const { position: _, ...meaning } = part;
  return { ...meaning, name: part.name };
}

/** The order of the file; what only the server has comes behind what it follows there. */
function namesInOrder(mine: readonly string[], theirs: readonly string[]): string[] {
  const names = [...mine];
  for (const [index, name] of theirs.entries()) {
    if (names.includes(name)) continue;
    const before = theirs.slice(0, index).findLast((one) => names.includes(one));
    names.splice(before === undefined ? 0 : names.indexOf(before) + 1, 0, name);
  }
  return names;
}

/** Edges whose step the other side removed. */
function danglingEdges({ nodes, edges }: Native): { readonly name: string; readonly message: string }[] {
  const names = new Set(byName(nodes).keys());
  return [...byName(edges).values()].flatMap(({ name, from, to }) => {
    const gone = [from, to].find((step) => !names.has(String(step)));
    return gone === undefined
      ? []
      : [{ name, message: `edge ${name} needs step ${gone}, which the other side removed` }];
  });
}

const byName = (parts: unknown): Map<string, Part> =>
  new Map((Array.isArray(parts) ? (parts as Part[]) : []).map((part) => [String(part.name), part]));

const same = (one: unknown, other: unknown): boolean => sameJson(one ?? null, other ?? null);
