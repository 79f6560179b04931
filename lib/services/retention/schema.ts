import * as z from "zod";
import { Timestamp } from "#services";
import { RETENTION_KINDS, type RetentionKind } from "#store/retention";

/** The least and the most days of each kind. */
export const RETENTION_DAYS: Readonly<Record<RetentionKind, { readonly least: number; readonly most: number }>> = {
  events: { least: 1, most: 3_650 },
  receipts: { least: 1, most: 3_650 },
  surveyAnswers: { least: 1, most: 3_650 },
  testSends: { least: 1, most: 3_650 },
  // The installation keeps these two no longer.
  refusedMessages: { least: 1, most: 30 },
  rejectedSignals: { least: 1, most: 90 },
  // Nobody should be able to act and have the note of it deleted soon after.
  auditLog: { least: 90, most: 3_650 },
};

const days = ({ least, most }: { least: number; most: number }) => {
  const wrong = `is a whole number of days from ${least} to ${most}`;
  return z.int(wrong).min(least, wrong).max(most, wrong).nullish();
};

/** `retention` of the settings: for how many days what is kept; null or none = as long as the installation keeps it. */
export const RetentionSettings = z.strictObject({
  events: days(RETENTION_DAYS.events),
  receipts: days(RETENTION_DAYS.receipts),
  surveyAnswers: days(RETENTION_DAYS.surveyAnswers),
  testSends: days(RETENTION_DAYS.testSends),
  refusedMessages: days(RETENTION_DAYS.refusedMessages),
  rejectedSignals: days(RETENTION_DAYS.rejectedSignals),
  auditLog: days(RETENTION_DAYS.auditLog),
});

const Kind = z.enum(RETENTION_KINDS);

export const Retention = z
  .object({
    kinds: z.array(
      z.object({
        kind: Kind,
        keepDays: z.int().nullable().meta({ description: "`retention` of the workspace’s settings" }),
        installationDays: z.int().nullable().meta({ description: "What holds without it; null = forever" }),
        least: z.int(),
        most: z.int(),
      }),
    ),
    purges: z
      .array(
        z.object({
          id: z.string(),
          kind: Kind,
          keepDays: z.int(),
          until: Timestamp.meta({ description: "What is older is gone" }),
          rows: z.int(),
          startedAt: Timestamp,
          finishedAt: Timestamp.nullable().meta({ description: "null = it was interrupted, and a later run went on" }),
        }),
      )
      .meta({ description: "The latest 50 receipts, the newest first" }),
  })
  .meta({ id: "Retention" });
export type Retention = z.infer<typeof Retention>;
