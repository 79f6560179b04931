import * as z from "zod";
import { type Context, iso, Timestamp } from "#services";
import { findJourney } from "#services/journeys";
import { readTestRuns } from "#store/audit-log";

const SHOWN = 50;

/** Who ran a test of a journey with whom, and how it ended. */
export const TestRunNote = z
  .object({
    id: z.string(),
    at: Timestamp,
    by: z.string().meta({ description: "The member’s name, or the name of the key" }),
    personId: z.string().nullable().meta({ description: "null = a sample person" }),
    outcome: z.string(),
  })
  .meta({ id: "TestRunNote" });
export type TestRunNote = z.infer<typeof TestRunNote>;

/** The latest 50 test runs of a journey, the newest first. */
export async function listTests(ctx: Context, reference: string): Promise<TestRunNote[]> {
  const journey = await findJourney(ctx, reference);
  const rows = await readTestRuns(ctx.database.sql, ctx.workspaceId, journey.id, SHOWN);
  return rows.map(({ id, at, by, personId, outcome }) => ({
    ...{ id, by, personId },
    at: iso(at),
    outcome: outcome ?? "active",
  }));
}
