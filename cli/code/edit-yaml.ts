import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { sameJson } from "#dialects";

/** How our files are read and written: readers of version 1.1 would make booleans of words such as `on`. */
export const YAML = { version: "1.2", schema: "core", logLevel: "silent" } as const;
const ALIASES = { maxAliasCount: 100 };

type Fields = Readonly<Record<string, unknown>>;
type Place = { readonly document: Document; readonly sequence: YAMLSeq };

/** A value as a node, with quotes where readers of version 1.1 would take a text for something else. */
export function nodeOf(document: Document, value: unknown): Node {
  const node = document.createNode(value, { aliasDuplicateObjects: false });
  visit(node, { Scalar: (_, scalar) => quote(scalar) });
  return node;
}

function quote(scalar: Scalar): void {
  const { value } = scalar;
  if (typeof value === "string" && !value.includes("\n") && !isPlainText(value)) scalar.type = Scalar.QUOTE_DOUBLE;
}

/** Texts that no reader takes for something else. */
const isPlainText = (text: string): boolean =>
  /^[A-Za-z_][\w ./-]*$/.test(text) && !/ $/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);

/**
 * The text of a file with another value: comments, order and ways of writing stay where the value stays. Null where the
 * text could not be edited so that it says exactly the value, which is so of some with anchors.
 */
export function editYaml(text: string, value: Fields): string | null {
  const document = parseDocument(text, YAML);
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  try {
    editMap(document, document.contents, value);
    const edited = document.toString({ lineWidth: 0 });
    return sameJson(parseDocument(edited, YAML).toJS(ALIASES), value) ? edited : null;
  } catch {
    // An alias whose anchor is gone cannot be written.
    return null;
  }
}

function editMap(document: Document, map: YAMLMap, value: Fields): void {
  map.items = map.items.filter((pair) => Object.hasOwn(value, nameOf(pair)));
  const pairs = new Map(map.items.map((pair) => [nameOf(pair), pair]));
  for (const [name, inner] of Object.entries(value)) {
    const pair = pairs.get(name);
    if (pair === undefined) map.items.push(document.createPair(nodeOf(document, name), nodeOf(document, inner)));
    else pair.value = edited(document, pair.value as Node | null, inner);
  }
}

const nameOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

/** The node with a value: the same node where it can hold it. */
function edited(document: Document, node: Node | null, value: unknown): Node | null {
  const isSame = sameJson(node === null ? null : node.toJS(document, ALIASES), value);
  if (isSame || isAlias(node)) return isSame ? node : nodeOf(document, value);
  if (isMap(node) && isFields(value)) editMap(document, node, value);
  else if (isSeq(node) && Array.isArray(value)) editSequence({ document, sequence: node }, value);
  else return withComments(nodeOf(document, value), node);
  return node;
}

/** Parts that have a name keep their node wherever they stand; others keep that of their place. */
function editSequence({ document, sequence }: Place, values: readonly unknown[]): void {
  const old = sequence.items as Node[];
  commentFirst(sequence, old[0]);
  const left = new Set(old);
  const found = values.map((value) => {
    const node = old.find((one) => left.has(one) && isPartOf(one, value));
    if (node !== undefined) left.delete(node);
    return node;
  });
  sequence.items = values.map((value, index) => {
    const there = old[index];
    const isFree = there !== undefined && left.has(there) && !isMap(there);
    return edited(document, found[index] ?? (isFree ? there : null), value) ?? nodeOf(document, value);
  });
}

/** A comment above the first part is read as one of the list; it is to go where that part goes. */
function commentFirst(sequence: YAMLSeq, first: Node | undefined): void {
  if (first === undefined || sequence.flow || !sequence.commentBefore || first.commentBefore) return;
  first.commentBefore = sequence.commentBefore;
  sequence.commentBefore = null;
}

/** Whether a node says the step or edge of a value; an edge without a name is known by its ends. */
function isPartOf(node: Node, value: unknown): boolean {
  if (!isMap(node) || !isFields(value)) return false;
  if (node.has("name")) return node.get("name") === value.name;
  return node.has("from") && node.get("from") === value.from && node.get("to") === value.to;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function withComments(node: Node, old: Node | null): Node {
  const { comment, commentBefore, spaceBefore }: Partial<Node> = old ?? {};
  return Object.assign(node, {
    ...(comment ? { comment } : {}),
    ...(commentBefore ? { commentBefore } : {}),
    ...(spaceBefore ? { spaceBefore } : {}),
  });
}
