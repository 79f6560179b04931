import type { Plan } from "#data";
import { formatNumber } from "#shell";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { backtestSentence } from "./words.ts";

const TOTALS = ["enrolled", "active", "completed", "stopped", "failed", "converted"] as const;
const WORDS = {
  enrolled: "Entered",
  active: "Still inside",
  completed: "Completed",
  stopped: "Stopped",
  failed: "Failed",
  converted: "Reached the goal",
} as const;

/** What the past gives with the draft, beside what is published. */
export function PlanBacktest({ backtest }: { backtest: NonNullable<Plan["backtest"]> }) {
  const { draft, live } = backtest;
  return (
    <div className="grid gap-2">
      <p>{backtestSentence(backtest)}</p>
      <Table>
        <TableCaption>Backtest</TableCaption>
        <TableHeader>
          <TableRow className="hover:bg-transparent">
            <TableHead>Outcome</TableHead>
            <TableHead className="text-right">With this draft</TableHead>
            {live ? <TableHead className="text-right">As published</TableHead> : null}
          </TableRow>
        </TableHeader>
        <TableBody>
          {TOTALS.map((total) => (
            <TableRow key={total}>
              <TableCell>{WORDS[total]}</TableCell>
              <TableCell className="tabular text-right">{formatNumber(draft.totals[total])}</TableCell>
              {live ? <TableCell className="tabular text-right">{formatNumber(live.totals[total])}</TableCell> : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
