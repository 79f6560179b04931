import type { Runtime } from "../runtime.ts";
import { addReports, type BatchPlan, type BatchReport, NO_REPORT } from "./batch-plan.ts";
import { isRefusal } from "./refusal.ts";
import { runBatch } from "./run-batch.ts";

/**
 * Processes the signals of a person whose rows were refused, in order and a few at a time. What can be stored commits.
 * For a signal that cannot be stored, only the enrollments it concerns fail (R17, R47).
 */
export async function narrowDown(runtime: Runtime, refused: BatchPlan, person: string): Promise<BatchReport> {
  let sum = NO_REPORT;
  for (let quota = 1, alone = false; ; ) {
    const plan: BatchPlan = { ...refused, personIds: [], people: [person], quota, suspected: alone };
    const report = await runBatch(runtime, plan).then(
      (result) => result.report,
      (error: unknown) => {
        if (!isRefusal(error) || alone) throw error;
        return null;
      },
    );
    if (report !== null) {
      sum = addReports(sum, report);
      if (report.signals < quota) return sum;
    }
    alone = report === null && quota === 1;
    quota = report === null ? Math.ceil(quota / 2) : quota * 2;
    if (alone) quota = 1;
  }
}
