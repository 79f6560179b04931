import type { JourneyDetail } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { JOURNEY_HEADING, journeyRow, listedJourney } from "./list.ts";

/** A journey after a change of its status. */
export function printJourney({ output }: Cli, journey: JourneyDetail): void {
  const { pauseMode } = journey;
  const value = { ...listedJourney(journey), ...(pauseMode === null ? {} : { pauseMode }) };
  output.table(value, { heading: JOURNEY_HEADING, rows: [journeyRow(journey)] });
}
