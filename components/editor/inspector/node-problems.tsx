import { CircleAlert, TriangleAlert } from "lucide-react";
import type { Problem } from "#journey";

/** What is wrong with the open step, as sentences. */
export function NodeProblems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label="Problems of this step" className="mx-4 mt-4 grid gap-1.5 rounded-lg bg-muted/70 px-3 py-2.5">
      {problems.map((problem) => {
        const Icon = problem.severity === "error" ? CircleAlert : TriangleAlert;
        return (
          <li key={`${problem.code}${problem.field}${problem.message}`} className="flex items-start gap-2 text-ui">
            <Icon
              className={`mt-0.5 size-4 shrink-0 ${problem.severity === "error" ? "text-destructive" : "text-warning"}`}
              aria-hidden
            />
            {problem.message}
          </li>
        );
      })}
    </ul>
  );
}
