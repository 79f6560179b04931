import type { Runtime } from "../runtime.ts";
import { type BatchPlan, type BatchReport, isRefusal, runBatch } from "./run-batch.ts";

/**
 * A batch that the database refused, again in halves down to the person whose rows it refuses; the others' work commits (R17).
 */
export async function retryInHalves(runtime: Runtime, refused: BatchPlan): Promise<BatchReport> {
  const people = [...refused.company];
  const [only] = people;
  const parts = people.length === 1 ? [people] : halves(people);
  let sum: BatchReport = { idle: false, shards: 0, people: 0, signals: 0, timers: 0, history: 0 };
  for (const part of parts) {
    const plan: BatchPlan = { ...refused, company: [], people: part, poisoned: people.length === 1 };
    if (plan.poisoned) runtime.report(`the trips of person ${only} cannot be stored and are set aside as failed`, part);
    const report = await runBatch(runtime, plan).then(
      (result) => result.report,
      async (error: unknown) => {
        if (!isRefusal(error) || plan.poisoned) throw error;
        return await retryInHalves(runtime, { ...plan, company: [...part] });
      },
    );
    sum = add(sum, report);
  }
  return sum;
}

function halves(people: readonly string[]): string[][] {
  const middle = Math.ceil(people.length / 2);
  return [people.slice(0, middle), people.slice(middle)];
}

function add(left: BatchReport, right: BatchReport): BatchReport {
  return {
    idle: false,
    shards: left.shards + right.shards,
    people: left.people + right.people,
    signals: left.signals + right.signals,
    timers: left.timers + right.timers,
    history: left.history + right.history,
  };
}
