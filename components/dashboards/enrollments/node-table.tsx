"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { type JourneyStats, type NodeStats, useStepLabels } from "#data";
import { formatNumber, formatSpan } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { CsvButton } from "../csv/csv-button.tsx";
import { addsUp } from "./reconcile.ts";

const NUMBERS = ["entered", "waiting", "advanced", "exited", "failed"] as const;

/** Counts of every step; `entered = waiting + advanced + exited + failed` is checked and shown. */
export function NodeTable({ journeyId, stats }: { journeyId: string; stats: JourneyStats }) {
  const labelOf = useStepLabels(journeyId);
  const rows = stats.nodes.map(({ timeInNode, arrivals, standing: _, ...node }) => ({
    ...node,
    label: labelOf(node),
    started: arrivals.started,
    throughConnections: arrivals.connections,
    movedIn: arrivals.moved,
    cameOtherwise: arrivals.other,
    p50Seconds: timeInNode?.p50 ?? null,
    p90Seconds: timeInNode?.p90 ?? null,
  }));
  return (
    <Card aria-labelledby="steps-title">
      <CardHeader>
        <CardTitle id="steps-title">Steps</CardTitle>
        <CsvButton name="steps" rows={rows} />
        <CardDescription>{sentence(stats.nodes)}</CardDescription>
      </CardHeader>
      <CardContent className="[&>div]:border-0 [&>div]:shadow-none px-1 pt-0">
        <Table>
          <TableCaption>Counts and times of every step</TableCaption>
          <TableHeader>
            <TableRow>
              <TableHead>Step</TableHead>
              {NUMBERS.map((column) => (
                <TableHead key={column} className="text-right capitalize">
                  {column}
                </TableHead>
              ))}
              <TableHead className="text-right">Median time</TableHead>
              <TableHead className="hidden text-right lg:table-cell">90% within</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {stats.nodes.map((node) => (
              <NodeRow key={node.nodeId} node={node} label={labelOf(node)} most={stats.nodes[0]?.entered ?? 0} />
            ))}
          </TableBody>
        </Table>
      </CardContent>
    </Card>
  );
}

function sentence(nodes: NodeStats[]): string {
  const wrong = nodes.filter((node) => !addsUp(node)).length;
  return wrong === 0
    ? "Entered = waiting + advanced + exited + failed, on every step."
    : `${wrong} of ${nodes.length} steps are being counted right now and do not add up yet.`;
}

function NodeRow({ node, label, most }: { node: NodeStats; label: string; most: number }) {
  const path = usePathname();
  const query = new URLSearchParams(useSearchParams());
  query.delete("page");
  query.set("status", "ACTIVE");
  query.set("nodeId", node.nodeId);
  return (
    <TableRow>
      <TableHead scope="row" className="max-w-56 truncate font-normal text-foreground text-ui">
        <span className="block truncate">{label}</span>
        {node.current ? null : (
          <span className="block truncate text-muted-foreground text-xs">not in the current version</span>
        )}
        <span aria-hidden className="mt-1 block h-0.5 w-24 rounded-full bg-accent">
          <span
            className="block h-full rounded-full bg-primary"
            style={{ width: `${most > 0 ? Math.min(100, (node.entered / most) * 100) : 0}%` }}
          />
        </span>
      </TableHead>
      {NUMBERS.map((column) => (
        <TableCell key={column} className="text-right">
          {column === "waiting" && node.waiting > 0 ? (
            <Link
              className="rounded-sm font-medium text-primary-ink underline-offset-4 hover:underline"
              href={`${path}?${query}#list`}
            >
              {formatNumber(node.waiting)}
            </Link>
          ) : (
            <span className={node[column] === 0 ? "text-muted-foreground" : ""}>{formatNumber(node[column])}</span>
          )}
        </TableCell>
      ))}
      <TableCell className="whitespace-nowrap text-right text-muted-foreground">
        {formatSpan(node.timeInNode?.p50)}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-right text-muted-foreground lg:table-cell">
        {formatSpan(node.timeInNode?.p90)}
      </TableCell>
    </TableRow>
  );
}
