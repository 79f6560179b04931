import * as z from "zod";
import { FormerCode, Timestamp } from "#services";

export const AuditQuery = z.object({ journeyId: z.string().max(255).optional() });

const Count = z.int();

/** Every enrollment is one of these, or there is a finding about it. */
export const Accounted = z.object({
  completed: Count,
  stopped: Count,
  failed: Count,
  archived: Count.meta({ description: "Finished, and hidden by an operator" }),
  waitingForTime: Count,
  waitingForEvent: Count.meta({ description: "For an event, a condition, an answer or a trait" }),
  held: Count.meta({ description: "Held by a pause, or resuming after one" }),
  due: Count.meta({ description: "The engine is about to advance them" }),
});
export type Accounted = z.infer<typeof Accounted>;

export const Finding = z.object({
  code: z.string(),
  formerCode: FormerCode.optional(),
  journeyId: z.string().nullable(),
  enrollmentId: z.string().nullable(),
  text: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** Accepted signals are processed, or one of these; of the whole workspace, also when one journey is asked for. */
const Signals = z.object({
  waiting: Count.meta({ description: "In an inbox, to be processed; 100001 stands for more than 100,000" }),
  kept: Count.meta({ description: "Could not be processed, and can be replayed; 100001 stands for more than 100,000" }),
});

export const Audit = z
  .object({
    checkedAt: Timestamp,
    enrollments: Count,
    accounted: Accounted,
    signals: Signals,
    findings: z.array(Finding),
  })
  .meta({ id: "Audit" });
export type Audit = z.infer<typeof Audit>;
