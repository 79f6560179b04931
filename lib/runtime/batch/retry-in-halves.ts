import type { Runtime } from "../runtime.ts";
import { addReports, type BatchPlan, type BatchReport, NO_REPORT } from "./batch-plan.ts";
import { narrowDown } from "./narrow-down.ts";
import { isRefusal } from "./refusal.ts";
import { runBatch } from "./run-batch.ts";

/**
 * Repeats a refused batch in halves, down to the person whose rows are refused. The work of all others commits (R17).
 */
export async function retryInHalves(runtime: Runtime, refused: BatchPlan): Promise<BatchReport> {
  const people = [...refused.personIds];
  const [only] = people;
  if (people.length === 1 && only !== undefined) return await narrowDown(runtime, refused, only);
  let sum = NO_REPORT;
  for (const part of halves(people)) {
    const plan: BatchPlan = { ...refused, personIds: [], people: part };
    const report = await runBatch(runtime, plan).then(
      (result) => result.report,
      async (error: unknown) => {
        if (!isRefusal(error)) throw error;
        return await retryInHalves(runtime, { ...plan, personIds: [...part] });
      },
    );
    sum = addReports(sum, report);
  }
  return sum;
}

function halves(people: readonly string[]): string[][] {
  const middle = Math.ceil(people.length / 2);
  return [people.slice(0, middle), people.slice(middle)];
}
