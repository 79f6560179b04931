"use client";
import { formatNumber } from "#shell";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import type { ColumnUse, PeopleTable } from "./people-table.ts";

/** So many rows of a list are shown before anybody is enrolled. */
const SHOWN = 5;

const USES: readonly (readonly [use: ColumnUse, words: string])[] = [
  ["userId", "User id"],
  ["anonymousId", "Anonymous id"],
  ["personId", "Person id"],
  ["property", "Property"],
  ["ignore", "Ignore"],
];

type EnrollColumnsProps = {
  table: PeopleTable;
  uses: readonly ColumnUse[];
  onUse: (column: number, use: ColumnUse) => void;
};

/** The first rows of a list, and above each column what it is taken for. */
export function EnrollColumns({ table, uses, onUse }: EnrollColumnsProps) {
  const { columns, rows } = table;
  const shown = rows.slice(0, SHOWN);
  return (
    <div className="grid gap-1.5">
      <Table className="text-xs">
        <TableCaption>The first rows of the list</TableCaption>
        <TableHeader>
          <TableRow>
            {columns.map((name, column) => (
              <TableHead key={name} className="h-auto space-y-1 py-1.5">
                <span className="block max-w-40 truncate" title={name}>
                  {name}
                </span>
                <UseSelect name={name} use={uses[column] ?? "ignore"} onUse={(use) => onUse(column, use)} />
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {shown.map(({ line, cells }) => (
            <TableRow key={line}>
              {columns.map((name, column) => (
                <TableCell
                  key={name}
                  className={`h-8 max-w-40 truncate ${uses[column] === "ignore" ? "text-muted-foreground line-through" : ""}`}
                >
                  {cells[column]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className="text-muted-foreground text-xs">
        {rows.length > SHOWN ? `The first ${SHOWN} of ${formatNumber(rows.length)} rows. ` : ""}
        Properties belong to this enrollment only and are stored as text; an empty cell is no value.
      </p>
    </div>
  );
}

type UseSelectProps = { name: string; use: ColumnUse; onUse: (use: ColumnUse) => void };

function UseSelect({ name, use, onUse }: UseSelectProps) {
  const change = (value: string) => {
    const chosen = USES.find(([known]) => known === value);
    if (chosen) onUse(chosen[0]);
  };
  return (
    <Select value={use} onValueChange={change}>
      <SelectTrigger aria-label={`Use of the column ${name}`} className="h-7 w-32 text-xs">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {USES.map(([value, words]) => (
          <SelectItem key={value} value={value}>
            {words}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
