import type { Canvas } from "#journey";
import { newId } from "./new-id.ts";

/** What pasted JSON is, and what of it can be taken over. */
export type Foreign =
  | { kind: "nothing" }
  | { kind: "unknown"; message: string }
  | { kind: "journey"; format: string; steps: Canvas; notes: readonly string[] }
  | { kind: "broken"; format: string; notes: readonly string[] };

/** Reads text that is no copied step: a journey in one of the formats, or a sentence on why it is none. */
export async function readForeign(text: string): Promise<Foreign> {
  const value = parse(text);
  if (value === undefined) return { kind: "nothing" };
  // Loaded when something is pasted; the formats are too large to be part of every page.
  const { detectDialect } = await import("#dialects");
  const dialect = detectDialect(value);
  if (dialect === null)
    return { kind: "unknown", message: "This is JSON, but neither copied steps nor a journey in a known format." };
  const { journey, problems } = dialect.read(value, { seed: newId() });
  const notes = problems.map(({ message }) => message);
  const { nodes = [], edges = [] } = journey?.document ?? {};
  if (nodes.length === 0) return { kind: "broken", format: dialect.title, notes };
  return { kind: "journey", format: dialect.title, steps: { nodes, edges }, notes };
}

/** Undefined for what is no JSON, or no object or list. */
function parse(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
