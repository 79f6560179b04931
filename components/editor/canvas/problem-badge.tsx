import { CircleAlert, TriangleAlert } from "lucide-react";
import type { Problem } from "#journey";
import { cn } from "#ui/cn";

/** How many problems a step has; red when one of them blocks publishing. The sentences are in the title. */
export function ProblemBadge({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const blocks = problems.some((problem) => problem.severity === "error");
  const Icon = blocks ? CircleAlert : TriangleAlert;
  return (
    <span
      aria-hidden
      data-problems={problems.length}
      title={problems.map((problem) => problem.message).join("\n")}
      className={cn(
        "flex shrink-0 items-center gap-0.5 rounded-full px-1.5 py-0.5 font-medium text-[11px]",
        blocks ? "bg-destructive-soft text-destructive-ink" : "bg-warning-soft text-warning-ink",
      )}
    >
      <Icon className="size-3" aria-hidden />
      {problems.length > 1 ? problems.length : null}
    </span>
  );
}
