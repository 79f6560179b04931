import calendar from "./calendar.json" with { type: "json" };
import journeys from "./journeys.json" with { type: "json" };
import type { CalendarCase, JourneyCase } from "./types.ts";

/** When a WAIT is over, in every zone: 300 cases. */
export const calendarCases = calendar as unknown as readonly CalendarCase[];

/** Small journeys with signals and what must come of them: 123 cases. */
export const journeyCases = journeys as unknown as readonly JourneyCase[];

export { compareCase, type Observed, type ObservedTrip } from "./compare.ts";
export { CASE_START, caseCatalog, caseDocument, caseOffset } from "./document.ts";
export { runCase } from "./run-case.ts";
export type * from "./types.ts";
