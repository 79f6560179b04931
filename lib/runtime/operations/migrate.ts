import type { MigrationPlan } from "#engine";
import { migratePeople } from "#store/inbox";
import type { OperationKind } from "./operation.ts";

/** Takes people on older versions to another one, step by step of a plan (R35). Nobody who is not named moves. */
export const migrate: OperationKind = {
  work: (slice) => {
    const { toVersionId, steps, timers } = slice.operation.input;
    const plan = { steps: steps as MigrationPlan["steps"], ...(timers === "recompute" ? { timers } : {}) };
    return migratePeople(slice, String(toVersionId), plan as MigrationPlan);
  },
};
