import type { JourneyDetail, JourneyStats, Problem } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { journeyJson, journeyText } from "./journey-view.ts";
import { asGraph } from "./load-journey.ts";
import { warningsOf } from "./warnings.ts";

/** What the server says of a journey. */
export type Whole = {
  readonly journey: JourneyDetail;
  readonly totals: JourneyStats["totals"];
  readonly problems: readonly Problem[];
};

/** Prints a journey with its graph, figures and warnings. */
export function printWhole(cli: Cli, { journey, totals, problems }: Whole): void {
  const loaded = asGraph(journey);
  const warnings = warningsOf(cli, loaded, problems);
  cli.output.data(journeyJson(loaded, totals, warnings), () => journeyText(loaded, totals, warnings));
}
