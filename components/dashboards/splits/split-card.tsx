"use client";
import { ChartBar, Download, Table2 } from "lucide-react";
import { useState } from "react";
import { type Split, type SplitBranch, useCanEdit, useJourney } from "#data";
import { Ago } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { downloadCsv } from "../csv/download.ts";
import { PromoteDialog } from "./promote-dialog.tsx";
import { SplitBars } from "./split-bars.tsx";
import { SplitTable } from "./split-table.tsx";
import { allocationText, pathName, verdict } from "./words.ts";

/** How the paths of one split compare, as bars or as the same numbers in a table, and a button to promote one. */
export function SplitCard({ journeyId, split }: { journeyId: string; split: Split }) {
  const [shape, setShape] = useState("bars");
  const [winner, setWinner] = useState<SplitBranch | null>(null);
  const [isOpen, setOpen] = useState(false);
  const journey = useJourney(journeyId).data;
  const isRunning = journey?.status === "PUBLISHED" || journey?.status === "PAUSED";
  const canPromote = useCanEdit() && isRunning;
  const ask = (branch: SplitBranch | null) => {
    setWinner(branch);
    setOpen(true);
  };
  const title = `split-${split.nodeId}`;
  return (
    <Card aria-labelledby={title}>
      <CardHeader>
        <CardTitle id={title}>Split: {pathName(split.name)}</CardTitle>
        <Tools split={split} shape={shape} onShape={setShape} />
        <CardDescription>
          {journey && !journey.goalConfig
            ? "The journey has no goal, so there is nothing to compare the paths by."
            : verdict(split)}{" "}
          {allocationText(split)}
          {split.reweightedAt ? (
            <>
              {" "}
              {split.promotedEdgeId ? "Since" : "Shares last changed"} <Ago at={split.reweightedAt} />.
            </>
          ) : null}{" "}
          Each person counts once, for the path of their first visit.
        </CardDescription>
      </CardHeader>
      <CardContent>
        {shape === "table" ? (
          <SplitTable split={split} />
        ) : (
          <SplitBars split={split} onPromote={canPromote ? ask : null} />
        )}
      </CardContent>
      <PromoteDialog journeyId={journeyId} split={split} winner={winner} open={isOpen} onOpenChange={setOpen} />
    </Card>
  );
}

function Tools({ split, shape, onShape }: { split: Split; shape: string; onShape: (shape: string) => void }) {
  const rows = split.branches.map(({ interval, lift, edgeId: _edgeId, people: _people, ...branch }) => ({
    ...branch,
    low: interval[0],
    high: interval[1],
    lift: lift?.value ?? null,
  }));
  return (
    <div className="flex items-center gap-2">
      <ToggleGroup
        type="single"
        aria-label="Show as"
        value={shape}
        onValueChange={(value) => (value ? onShape(value) : undefined)}
      >
        <ToggleGroupItem value="bars" aria-label="Bars">
          <ChartBar />
        </ToggleGroupItem>
        <ToggleGroupItem value="table" aria-label="Table">
          <Table2 />
        </ToggleGroupItem>
      </ToggleGroup>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Download the paths as CSV"
        onClick={() => downloadCsv(`split-${split.name}`, rows)}
      >
        <Download />
      </Button>
    </div>
  );
}
