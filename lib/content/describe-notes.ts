import type { RenderNotes } from "./render-notes.ts";

/** One sentence for each value for which a message printed nothing. */
export function describeNotes({ empty, notFinite }: RenderNotes): string[] {
  return [
    ...empty.map((name) => `The variable “${name}” was empty.`),
    ...notFinite.map((source) => `“${source}” did not result in a number, so nothing was printed.`),
  ];
}
