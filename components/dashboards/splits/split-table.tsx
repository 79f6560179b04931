import type { Split } from "#data";
import { formatNumber } from "#shell";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { liftText, pathName, percentOf, sharePercent } from "./words.ts";

/** The same numbers as the bars. */
export function SplitTable({ split }: { split: Split }) {
  const hasHoldout = split.branches.some(({ holdout }) => holdout);
  const columns = [
    "Share now",
    "People",
    "Visits",
    "Goals",
    "Rate",
    "95% interval",
    "Probably best",
    ...(hasHoldout ? ["Over the holdout"] : []),
  ];
  return (
    <Table>
      <TableCaption>Paths of the split {pathName(split.name)}</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Path</TableHead>
          {columns.map((column) => (
            <TableHead key={column} className="text-right">
              {column}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {split.branches.map((branch) => (
          <TableRow key={branch.edgeId}>
            <TableHead scope="row" className="text-foreground text-ui">
              {pathName(branch.label)}
              {branch.holdout ? " (holdout)" : branch.edgeId === split.promotedEdgeId ? " (promoted)" : ""}
            </TableHead>
            <TableCell className="tabular text-right">{sharePercent(branch.currentWeight)}</TableCell>
            <TableCell className="tabular text-right">{formatNumber(branch.entered)}</TableCell>
            <TableCell className="tabular text-right">{formatNumber(branch.visits)}</TableCell>
            <TableCell className="tabular text-right">{formatNumber(branch.converted)}</TableCell>
            <TableCell className="tabular text-right">{branch.entered > 0 ? percentOf(branch.rate) : "–"}</TableCell>
            <TableCell className="tabular whitespace-nowrap text-right">
              {branch.entered > 0 ? `${percentOf(branch.interval[0])} to ${percentOf(branch.interval[1])}` : "–"}
            </TableCell>
            <TableCell className="tabular text-right">
              {branch.probabilityBest === null || branch.entered === 0 ? "–" : percentOf(branch.probabilityBest)}
            </TableCell>
            {hasHoldout ? (
              <TableCell className="tabular whitespace-nowrap text-right">
                {branch.lift ? liftText(branch.lift) : "–"}
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
