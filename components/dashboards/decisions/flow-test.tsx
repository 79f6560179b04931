"use client";
import { Play, RefreshCw } from "lucide-react";
import { useState } from "react";
import { type DecisionFlow, problemMessage, useTestDecisionFlow } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { PersonPicker } from "../people/person-picker.tsx";
import { ReceiptList } from "./receipt-list.tsx";

/** Decides for one person as a journey would now, and shows why. */
export function FlowTest({ flow }: { flow: DecisionFlow }) {
  const [personId, setPersonId] = useState<string | null>(null);
  const [draws, setDraws] = useState(0);
  const test = useTestDecisionFlow(flow.id);
  const run = (again: number) => {
    setDraws(again);
    if (personId) test.mutate({ personId, maxOffers: flow.maxOffers ?? 1, draw: again === 0 ? "" : String(again) });
  };
  return (
    <section aria-labelledby="test-title" className="grid gap-3">
      <h2 id="test-title" className="font-semibold text-base">
        Test
      </h2>
      <div className="flex flex-wrap items-center gap-2">
        <PersonPicker label="Person" value={personId} onChange={setPersonId} empty="Choose a person" />
        <Button onClick={() => run(0)} disabled={personId === null} busy={test.isPending}>
          <Play aria-hidden /> Decide
        </Button>
        {test.data && flow.sampling !== "off" ? (
          <Button variant="outline" onClick={() => run(draws + 1)} busy={test.isPending}>
            <RefreshCw aria-hidden /> Draw again
          </Button>
        ) : null}
      </div>
      <p className="text-muted-foreground text-xs">Nothing is stored, so contact limits do not count it.</p>
      {test.error ? <Notice tone="destructive">{problemMessage(test.error)}</Notice> : null}
      {test.data ? (
        <div role="status" className="grid gap-3">
          <Notice tone={test.data.error ? "destructive" : "neutral"}>{test.data.sentence}</Notice>
          {test.data.receipt ? <ReceiptList receipt={test.data.receipt} /> : null}
        </div>
      ) : null}
    </section>
  );
}
