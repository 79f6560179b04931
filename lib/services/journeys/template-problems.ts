import { checkTemplates, type TemplateVerdict } from "#content";
import { isInPageType, sourcesOf, textsOf } from "#inpage";
import { contentKind, type JourneyNode, type JsonObject, type Problem } from "#journey";
import type { Letter } from "#mails";
import { templateField, type usedContent } from "./message-problems.ts";

/** Checks template sources. */
export type CheckSources = (sources: readonly string[]) => Promise<TemplateVerdict[]>;

type Used = Awaited<ReturnType<typeof usedContent>>;
type Part = { readonly name: string; readonly source: string };

/**
 * Messages of a document whose Liquid does not parse, with each wrong part and the line of its first error: `bad_url`
 * for a webhook's address, else `bad_template`; a warning if it could not be checked now.
 */
export async function templateProblems(used: Used, check: CheckSources = checkTemplates): Promise<Problem[]> {
  const mistakes = new Map<string, Mistake[]>();
  for (const { row } of used) if (!mistakes.has(row.id)) mistakes.set(row.id, await mistakesIn(row, check));
  return used.flatMap(({ node, row }) => (mistakes.get(row.id) ?? []).map((mistake) => problemOf(node, mistake)));
}

type Mistake = Pick<Problem, "code" | "severity"> & { readonly sentence: string };

function problemOf(node: JourneyNode, { code, severity, sentence }: Mistake): Problem {
  const message = `“${node.label ?? node.name}”: ${sentence}`;
  return { code, severity, nodeId: node.id, edgeId: null, field: templateField(node), message };
}

async function mistakesIn(row: Used[number]["row"], check: CheckSources): Promise<Mistake[]> {
  const parts = partsOf(row);
  const verdicts = await check(parts.map(({ source }) => source));
  const wrong = parts.flatMap(({ name }, at): Mistake[] => {
    const error = verdicts[at];
    if (!error) return [];
    const sentence = `“${row.name}” cannot be rendered: ${error.message} (${name}, line ${error.line}).`;
    return [{ code: name === "url" ? "bad_url" : "bad_template", severity: "error", sentence }];
  });
  const open = parts[verdicts.indexOf(undefined)];
  if (open === undefined) return wrong;
  const sentence = `“${row.name}” could not be checked now (${open.name}): too many other tasks are running.`;
  return [...wrong, { code: "bad_template", severity: "warning", sentence }];
}

function partsOf({ type, subject, html, text, body, compiled }: Used[number]["row"]): Part[] {
  if (compiled !== null) return [compiled.main, ...Object.values(compiled.languages)].flatMap(lettersParts);
  const written = { subject, html, text };
  const parts = Object.entries(written).map(([name, source]) => ({ name, source: source ?? "" }));
  if (isInPageType(type)) return [...parts, ...placedTexts(body)];
  if (!contentKind(type)?.isCall) return parts;
  const { url, method, headers, body: payload } = body;
  return [
    ...parts,
    ...texts("url", url),
    ...texts("method", method),
    ...texts("headers", headers),
    ...texts("body", payload),
  ];
}

const lettersParts = (letter: Letter): Part[] => Object.entries(letter).map(([name, source]) => ({ name, source }));
/** The texts of content in pages, in all languages, by their place in its document. */
const placedTexts = (body: JsonObject): Part[] =>
  textsOf(body).flatMap(({ pointer, text }) => sourcesOf(text).map((source) => ({ name: pointer, source })));

/** The texts of a webhook's call, each of which is a template. */
function texts(name: string, value: unknown): Part[] {
  if (typeof value === "string") return [{ name, source: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value as JsonObject).flatMap(([key, inner]) => texts(`${name}.${key}`, inner));
}
