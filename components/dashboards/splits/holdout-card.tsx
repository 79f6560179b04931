"use client";
import { useHoldout } from "#data";
import { formatNumber, PageError } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { CsvButton } from "../csv/csv-button.tsx";
import { liftText, percentOf } from "./words.ts";

const SIDES = {
  entered: "Entered",
  no_marketing: "Entered, without marketing",
  held_out: "Held out",
} as const;

/** People who are held out beside those who entered; nothing for a journey of which nobody was. */
export function HoldoutCard({ journeyId }: { journeyId: string }) {
  const { data, error, refetch } = useHoldout(journeyId);
  if (error) return <PageError error={error} onRetry={refetch} />;
  const shown = data?.sides.filter(({ people }) => people > 0) ?? [];
  if (shown.length === 0) return null;
  return (
    <Card aria-labelledby="holdout-title">
      <CardHeader>
        <CardTitle id="holdout-title">Holdout</CardTitle>
        <CsvButton
          name="holdout"
          rows={shown.map(({ interval, lift, ...side }) => ({
            ...side,
            low: interval[0],
            high: interval[1],
            lift: lift?.value,
          }))}
        />
        <CardDescription>
          People by their first entry since the holdout began, and how many of them reached the goal.
        </CardDescription>
      </CardHeader>
      <CardContent>
        <Table>
          <TableCaption>Goal by side of the holdout</TableCaption>
          <TableHeader>
            <TableRow>
              <TableHead>Side</TableHead>
              <TableHead className="text-right">People</TableHead>
              <TableHead className="text-right">Goal</TableHead>
              <TableHead className="text-right">Lift of the journey</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {shown.map(({ side, people, converted, rate, lift }) => (
              <TableRow key={side}>
                <TableCell>{SIDES[side]}</TableCell>
                <TableCell className="text-right tabular-nums">{formatNumber(people)}</TableCell>
                <TableCell className="text-right tabular-nums">
                  {formatNumber(converted)} ({percentOf(rate)})
                </TableCell>
                <TableCell className="text-right tabular-nums">{lift ? liftText(lift) : "–"}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </CardContent>
    </Card>
  );
}
