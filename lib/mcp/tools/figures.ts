import * as z from "zod";
import { listNearMisses, NearMisses } from "#services/explain";
import { Day, getStats, getTimeseries, JourneyStats } from "#services/stats";
import { JourneyName } from "../fields.ts";
import { FunnelStep, funnelOf } from "../funnel.ts";
import { seesPeople, tool } from "../tool.ts";

const Version = z.int().min(1).optional().meta({ description: "The number of a version; all together by default" });
const versionOf = (version: number | undefined) => (version === undefined ? {} : { version: String(version) });

export const journeyStatsTool = tool({
  title: "Figures of a journey",
  description:
    "Totals, and for each step how many entered, wait, went on, left or failed; for each connection its count and rate.",
  scope: "read",
  changes: false,
  input: z.strictObject({ journey: JourneyName, version: Version }),
  output: JourneyStats,
  handler: ({ ctx }, { journey, version }) => getStats(ctx, journey, versionOf(version)),
});

export const journeyFunnelTool = tool({
  title: "Funnel of a journey",
  description:
    "The steps in the order in which people meet them, with the share of all enrollments that reached each, and conversions.",
  scope: "read",
  changes: false,
  input: z.strictObject({ journey: JourneyName, version: Version }),
  output: z.object({ enrolled: z.int(), converted: z.int(), steps: z.array(FunnelStep) }),
  handler: async ({ ctx }, { journey, version }) => funnelOf(await getStats(ctx, journey, versionOf(version))),
});

export const journeyDaysTool = tool({
  title: "Figures by day",
  description: "Enrolled, completed, stopped, failed and converted on each of the last days.",
  scope: "read",
  changes: false,
  input: z.strictObject({ journey: JourneyName, days: z.int().min(1).max(366).optional() }),
  output: z.object({ days: z.array(Day) }),
  handler: async ({ ctx }, { journey, days = 30 }) => ({ days: await getTimeseries(ctx, journey, { days }) }),
});

export const nearMissesTool = tool({
  title: "Who did not enter",
  description: "People who met a trigger but did not enter, counted by reason. Samples need the scope personal.",
  scope: "read",
  changes: false,
  input: z.strictObject({ journey: JourneyName, hours: z.int().min(1).max(720).optional() }),
  output: NearMisses,
  handler: async (caller, { journey, hours = 24 }) => {
    const { data, meta } = await listNearMisses(caller.ctx, journey, hours);
    return { data: seesPeople(caller) ? data : data.map((group) => ({ ...group, samples: [] })), meta };
  },
});
