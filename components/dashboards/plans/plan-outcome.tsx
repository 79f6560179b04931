import type { Plan } from "#data";
import { Notice } from "#shell";
import { driftSentence, PLAN_WORDS } from "./words.ts";

/** How a plan was decided: by whom and why, or what made it void. */
export function PlanOutcome({ plan }: { plan: Plan }) {
  const { status, decidedBy, note, drift } = plan;
  if (status === "pending") return null;
  if (status !== "void")
    return (
      <p className="text-muted-foreground">
        {PLAN_WORDS[status].label}
        {decidedBy ? ` by ${decidedBy.name}` : ""}
        {note ? `: ${note}` : "."}
      </p>
    );
  return (
    <Notice tone="warning">
      <p className="font-medium">This plan is void; nothing was published.</p>
      {note ? <p>{note}</p> : null}
      {drift.length > 0 ? (
        <ul className="mt-1 list-disc pl-4">
          {drift.map((count) => (
            <li key={count.count}>{driftSentence(count)}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
