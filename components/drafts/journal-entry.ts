import * as z from "zod";
import { Annotation, JourneyEdge, JourneyNode } from "#journey";
import type { JournalEntry } from "./journal.ts";

const changed = <Part extends z.ZodType>(part: Part) =>
  z.record(z.string(), z.object({ before: part.nullable(), after: part.nullable() }));
const Entry = z.object({
  format: z.literal(1),
  tabId: z.string(),
  journeyId: z.string(),
  journeyName: z.string(),
  revision: z.int(),
  change: z.object({
    nodes: changed(JourneyNode),
    edges: changed(JourneyEdge),
    annotations: changed(Annotation).optional(),
  }),
});

/** An entry of the journal from its text; null when this version cannot read it. */
export function readEntry(text: string): JournalEntry | null {
  try {
    return Entry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
