import type { JourneyNode } from "./schema.ts";

/** A name as people read it: `welcome_email` becomes "Welcome email". */
export function readableName(name: string): string {
  const words = name.replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What people read for a node: its label, else its name in readable form. */
export function labelOf({ label, name }: Pick<JourneyNode, "label" | "name">): string {
  return label ?? readableName(name);
}
