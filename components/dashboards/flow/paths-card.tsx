"use client";
import { Table2, Waypoints } from "lucide-react";
import { useMemo, useState } from "react";
import type { JourneyStats } from "#data";
import { countOf, formatNumber, formatShare } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { ScrollFrame } from "#ui/scroll-frame";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { CsvButton } from "../csv/csv-button.tsx";
import { layOutPaths, NODE_WIDTH, type PathLayout } from "./lay-out-paths.ts";
import { type PathRow, pathRows } from "./path-rows.ts";

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
        {shape === "table" ? <PathsTable rows={rows} /> : <Drawing layout={layout} />}
      </CardContent>
    </Card>
  );
}

function Drawing({ layout }: { layout: PathLayout }) {
  const { width, height, nodes, flows } = layout;
  return (
    <ScrollFrame className="overflow-x-auto" aria-label="Drawing of the paths" role="group">
      <svg
        role="img"
        aria-label="Steps from left to right with the number of people on each way; the table has the same numbers."
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className="max-w-none"
      >
        {flows.map(({ key, d, width: own, count }) => (
          <path key={key} d={d} strokeWidth={own} fill="none" className="stroke-primary/25 hover:stroke-primary/50">
            <title>{formatNumber(count)}</title>
          </path>
        ))}
        {nodes.map(({ nodeId, name, entered, x, y, height: own }) => (
          <g key={nodeId}>
            <rect x={x} y={y} width={NODE_WIDTH} height={own} rx={2} className="fill-primary" />
            <text x={x} y={y - 6} className="fill-foreground font-medium text-[11px]">
              {name.length > 18 ? `${name.slice(0, 17)}…` : name}
              <tspan dx={6} className="fill-muted-foreground font-normal">
                {formatNumber(entered)}
              </tspan>
              <title>{name}</title>
            </text>
          </g>
        ))}
      </svg>
    </ScrollFrame>
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
