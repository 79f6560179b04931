"use client";
import type { JourneyStats } from "#data";
import { formatNumber, formatShare } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { CsvButton } from "../csv/csv-button.tsx";
import { type FunnelStep, mainPath } from "./main-path.ts";

type FunnelCardProps = { stats: JourneyStats; hasGoal: boolean };

/** From the start to the goal by the way that most people take, with who dropped out where. */
export function FunnelCard({ stats, hasGoal }: FunnelCardProps) {
  const steps = mainPath(stats);
  if (steps.length === 0) return null;
  const { enrolled, converted } = stats.totals;
  return (
    <Card aria-labelledby="funnel-title">
      <CardHeader>
        <CardTitle id="funnel-title">Funnel and drop-off</CardTitle>
        <CsvButton name="funnel" rows={steps} />
        <CardDescription>
          The way that most people take. On every step, entered = here + went on + other ways + left or failed + moved.
        </CardDescription>
      </CardHeader>
      <CardContent className="px-1 pt-0 [&>div]:border-0 [&>div]:shadow-none">
        <Table>
          <TableCaption>The way that most people take, step by step</TableCaption>
          <TableHeader>
            <TableRow>
              <TableHead>Step</TableHead>
              <TableHead className="text-right">Entered</TableHead>
              <TableHead className="text-right">Of enrolled</TableHead>
              <TableHead className="text-right">Here</TableHead>
              <TableHead className="text-right">Went on</TableHead>
              <TableHead className="text-right">Other ways</TableHead>
              <TableHead className="text-right">Left or failed</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {steps.map((step) => (
              <StepRow key={step.nodeId} step={step} enrolled={enrolled} />
            ))}
            {hasGoal ? (
              <TableRow data-funnel="goal">
                <TableHead scope="row" className="text-foreground text-ui">
                  Reached the goal
                  <Bar share={enrolled === 0 ? 0 : converted / enrolled} tone="bg-chart-4" />
                </TableHead>
                <TableCell className="text-right">{formatNumber(converted)}</TableCell>
                <TableCell className="text-right">{formatShare(converted, enrolled)}</TableCell>
                <TableCell colSpan={4} />
              </TableRow>
            ) : null}
          </TableBody>
        </Table>
      </CardContent>
    </Card>
  );
}

function StepRow({ step, enrolled }: { step: FunnelStep; enrolled: number }) {
  const { name, entered, here, onward, aside, lost, movedAway } = step;
  return (
    <TableRow data-funnel={name}>
      <TableHead scope="row" className="max-w-56 font-normal text-foreground text-ui">
        <span className="block truncate">{name}</span>
        <Bar share={enrolled === 0 ? 0 : entered / enrolled} tone="bg-primary" />
      </TableHead>
      <TableCell className="text-right font-medium">{formatNumber(entered)}</TableCell>
      <TableCell className="text-right text-muted-foreground">{formatShare(entered, enrolled)}</TableCell>
      <TableCell className="text-right">{formatNumber(here)}</TableCell>
      <TableCell className="text-right">{formatNumber(onward)}</TableCell>
      <TableCell className="text-right text-muted-foreground">{formatNumber(aside)}</TableCell>
      <TableCell className="text-right">
        {formatNumber(lost)} <span className="text-muted-foreground text-xs">{formatShare(lost, entered)}</span>
        {movedAway > 0 ? (
          <span className="block text-muted-foreground text-xs">{formatNumber(movedAway)} moved by publishing</span>
        ) : null}
      </TableCell>
    </TableRow>
  );
}

function Bar({ share, tone }: { share: number; tone: string }) {
  return (
    <span aria-hidden className="mt-1 block h-1.5 w-full min-w-24 rounded-full bg-accent">
      <span className={`block h-full rounded-full ${tone}`} style={{ width: `${Math.min(100, share * 100)}%` }} />
    </span>
  );
}
