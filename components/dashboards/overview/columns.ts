import type { OverviewJourney } from "#data";
import { formatNumber } from "#shell";

const percent = (rate: number | null) => (rate === null ? "–" : `${(rate * 100).toFixed(rate < 0.1 ? 1 : 0)}%`);

/** The figures of a journey in the order of the table; `wide` ones are left out on small screens. */
export const OVERVIEW_COLUMNS = [
  { sort: "enrolled", label: "Enrolled", wide: false, text: (row) => formatNumber(row.enrolled) },
  { sort: "active", label: "Active", wide: false, text: (row) => formatNumber(row.active) },
  { sort: "completed", label: "Completed", wide: true, text: (row) => formatNumber(row.completed) },
  { sort: "failed", label: "Failed", wide: true, text: (row) => formatNumber(row.failed) },
  { sort: "goalRate", label: "Goal rate", wide: false, text: (row) => percent(row.goalRate) },
  {
    sort: "sent",
    label: "Messages",
    wide: true,
    text: (row) => formatNumber(row.messages.sent + row.messages.captured),
  },
  { sort: "openRate", label: "Opened", wide: true, text: (row) => percent(row.messages.openRate) },
  { sort: "clickRate", label: "Clicked", wide: true, text: (row) => percent(row.messages.clickRate) },
] as const satisfies readonly {
  readonly sort: string;
  readonly label: string;
  readonly wide: boolean;
  readonly text: (row: OverviewJourney) => string;
}[];

export type OverviewSort = "name" | (typeof OVERVIEW_COLUMNS)[number]["sort"];

/** A journey as a row of a file. */
export function csvRowOf({ messages, hasGoal: _, ...row }: OverviewJourney): Record<string, unknown> {
  return { ...row, ...messages };
}
