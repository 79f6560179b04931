import type { Outcomes } from "#data";
import { formatNumber } from "#shell";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

const WORDS = {
  enrolled: "Entered",
  notEntered: "Did not enter",
  completed: "Completed",
  stopped: "Left early",
  failed: "Failed",
  active: "Still inside",
  converted: "Reached the goal",
} as const;

/** Enrollments by outcome, one column per side. */
export function OutcomeList({ sides }: { sides: readonly { name: string; outcomes: Outcomes }[] }) {
  const rows = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter((key) =>
    sides.some(({ outcomes }) => outcomes[key] !== undefined),
  );
  return (
    <Table>
      <TableCaption>Enrollments by outcome</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Outcome</TableHead>
          {sides.map(({ name }) => (
            <TableHead key={name} className="text-right">
              {name}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((key) => (
          <TableRow key={key}>
            <TableHead scope="row" className="font-normal text-foreground text-ui">
              {WORDS[key]}
            </TableHead>
            {sides.map(({ name, outcomes }) => (
              <TableCell key={name} className="tabular text-right">
                {formatNumber(outcomes[key] ?? 0)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
