import * as z from "zod";
import { withRules } from "#journey";
import { DAY_MS } from "#times";

const MOST_DAYS = 731;
const Granularity = z.enum(["day", "week", "month"]);

/** The last days, or those from one date to another in the workspace's time zone; summed by day, week or month. */
export const TimeseriesQuery = withRules(
  z.object({
    days: z
      .string()
      .regex(/^[0-9]{1,4}$/, "days must be a whole number")
      .transform(Number)
      .pipe(z.number().min(1, "days must be at least 1").max(366, "days must be at most 366"))
      .default(30)
      .meta({ description: "The last days, today included; not with `from` and `to`" }),
    from: z.iso.date("from must be a date such as 2026-03-01").optional().meta({ description: "The first day" }),
    to: z.iso.date("to must be a date such as 2026-03-31").optional().meta({ description: "The last day" }),
    granularity: Granularity.default("day").meta({ description: "Weeks begin on Monday" }),
  }),
  {
    holds: ({ from, to }) => (from === undefined) === (to === undefined),
    error: "Give both from and to, or neither",
    field: "from",
  },
  {
    holds: ({ from, to }) => from === undefined || to === undefined || from <= to,
    error: "to must not be before from",
    field: "to",
  },
  {
    holds: ({ from, to }) => from === undefined || to === undefined || spanOf(from, to) < MOST_DAYS,
    error: `from and to must be at most ${MOST_DAYS} days apart`,
    field: "from",
  },
);
export type TimeseriesQuery = z.infer<typeof TimeseriesQuery>;

const spanOf = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;
