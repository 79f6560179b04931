"use client";
import { Table2, Waypoints } from "lucide-react";
import { useMemo, useState } from "react";
import type { JourneyStats } from "#data";
import { countOf, formatNumber, formatShare } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { CsvButton } from "../csv/csv-button.tsx";
import { layOutPaths } from "./lay-out-paths.ts";
import { type PathRow, pathRows } from "./path-rows.ts";
import { PathsDrawing } from "./paths-drawing.tsx";

/** The ways that people really took, drawn by their counts, or as a table. */
export function PathsCard({ stats }: { stats: JourneyStats }) {
  const [shape, setShape] = useState("drawing");
  const layout = useMemo(() => layOutPaths(stats), [stats]);
  const rows = pathRows(stats);
  if (layout.flows.length === 0) return null;
  return (
    <Card aria-labelledby="paths-title">
      <CardHeader>
        <CardTitle id="paths-title">Paths people took</CardTitle>
        <div className="flex items-center gap-2">
          <ToggleGroup
            type="single"
            aria-label="Show paths as"
            value={shape}
            onValueChange={(value) => value && setShape(value)}
          >
            <ToggleGroupItem value="drawing" aria-label="Drawing">
              <Waypoints />
            </ToggleGroupItem>
            <ToggleGroupItem value="table" aria-label="Table">
              <Table2 />
            </ToggleGroupItem>
          </ToggleGroup>
          <CsvButton name="paths" rows={rows} />
        </div>
        <CardDescription>
          Every passage of every enrollment, also by connections of earlier versions.
          {layout.returns > 0
            ? ` ${countOf(layout.returns, "way back", "ways back")} to an earlier step: see the table.`
            : ""}
        </CardDescription>
      </CardHeader>
      <CardContent className={shape === "table" ? "px-1 pt-0 [&>div]:border-0 [&>div]:shadow-none" : ""}>
        {shape === "table" ? <PathsTable rows={rows} /> : <PathsDrawing stats={stats} />}
      </CardContent>
    </Card>
  );
}

function PathsTable({ rows }: { rows: readonly PathRow[] }) {
  return (
    <Table>
      <TableCaption>Connections with the number of people who took them, most used first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>From</TableHead>
          <TableHead>By</TableHead>
          <TableHead>To</TableHead>
          <TableHead className="text-right">People</TableHead>
          <TableHead className="text-right">Of the step</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ key, from, branch, to, count, entered, current }) => (
          <TableRow key={key}>
            <TableCell className="max-w-48 truncate">{from}</TableCell>
            <TableCell className="max-w-40 truncate text-muted-foreground">{branch}</TableCell>
            <TableCell className="max-w-48 truncate">
              {to}
              {current ? null : <span className="text-muted-foreground text-xs"> · earlier version</span>}
            </TableCell>
            <TableCell className="text-right">{formatNumber(count)}</TableCell>
            <TableCell className="text-right text-muted-foreground">{formatShare(count, entered)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
