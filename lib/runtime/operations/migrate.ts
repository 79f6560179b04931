import type { MigrationPlan } from "#engine";
import { migratePeople } from "#store/inbox";
import type { OperationKind } from "./operation.ts";

/**
 * Moves people from older versions to another one, as a plan says for each node (R35). People on nodes that the plan
 * does not name stay.
 */
export const migrate: OperationKind = {
  work: (slice) => {
    const { toVersionId, steps, timers } = slice.operation.input;
    const plan = { steps: steps as MigrationPlan["steps"], ...(timers === "recompute" ? { timers } : {}) };
    return migratePeople(slice, String(toVersionId), plan as MigrationPlan);
  },
};
