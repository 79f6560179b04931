import type { Plan } from "#data";
import { readableName } from "#journey";
import { formatNumber } from "#shell";
import { Badge } from "#ui/badge";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { stepFate } from "./words.ts";

const CHANGES = {
  same: null,
  changed: { word: "Changed", variant: "warning" },
  removed: { word: "Removed", variant: "destructive" },
} as const;

/** The people inside, step by step, and what happens to them. */
export function PlanSteps({ steps }: { steps: Plan["effect"]["steps"] }) {
  if (steps.length === 0) return null;
  return (
    <Table>
      <TableCaption>People inside, by the step on which they are</TableCaption>
      <TableHeader>
        <TableRow className="hover:bg-transparent">
          <TableHead>Step</TableHead>
          <TableHead className="hidden text-right sm:table-cell">Version</TableHead>
          <TableHead className="text-right">People</TableHead>
          <TableHead>What happens to them</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {steps.map((step) => {
          const change = CHANGES[step.change];
          return (
            <TableRow key={`${step.version} ${step.name}`}>
              <TableCell>
                <span className="flex flex-wrap items-center gap-1.5">
                  <span className="truncate font-medium">{step.label ?? readableName(step.name)}</span>
                  {change ? <Badge variant={change.variant}>{change.word}</Badge> : null}
                </span>
              </TableCell>
              <TableCell className="tabular hidden text-right text-muted-foreground sm:table-cell">
                {step.version}
              </TableCell>
              <TableCell className="tabular text-right">{formatNumber(step.people)}</TableCell>
              <TableCell>{stepFate(step)}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
