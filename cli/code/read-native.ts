import { type DialectProblem, dialects, type JourneyDraft } from "#dialects";
import { asGraph } from "../journeys/load-journey.ts";
import { complete, type Native, type ServerJourney } from "./server-journey.ts";

type ReadNative = {
  readonly draft: JourneyDraft | null;
  readonly native: Native | null;
  readonly problems: readonly DialectProblem[];
};

/** The draft that a file makes of a journey, and the same written in the form in which the server writes it. */
export function readNative(content: Native, found: ServerJourney | null): ReadNative {
  const native = dialects.find(({ key }) => key === "native");
  if (native === undefined) throw new Error("the format of our own files is missing");
  const before = found === null ? {} : { before: asGraph(found.journey).draft };
  const { journey: draft, problems } = native.read(content, { seed: found?.journey.id ?? "new", ...before });
  return { draft, native: draft === null ? null : complete(native.write(draft).foreign as Native), problems };
}
