"use client";

import { type Backtest, useBacktest } from "#data";
import { readableName } from "#journey";
import { countOf, formatNumber, Moment, Notice, peopleCount } from "#shell";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { useJourneyInfo } from "../state/journey-info.tsx";
import { marksOfBacktest, signed } from "./marks.ts";
import { OutcomeList } from "./outcome-list.tsx";
import { TrialAnswer } from "./trial-answer.tsx";
import { TrialForm } from "./trial-form.tsx";
import { useDraft } from "./use-draft.ts";
import { useTrialRun } from "./use-trial-run.ts";

const said = ({ people, events, differences }: Backtest) =>
  `${peopleCount(people)} and ${countOf(events, "event")} replayed; ${countOf(differences.length, "step")} differ.`;

/** Replays recent events through the draft and the live version. */
export function BacktestTab({ isShown }: { isShown: boolean }) {
  const { journeyId } = useJourneyInfo();
  const draft = useDraft();
  const backtest = useBacktest(journeyId);
  const { run, tried, answer } = useTrialRun(isShown, marksOfBacktest, said);
  return (
    <>
      <TrialForm
        name="Backtest"
        text="Replays real events through the draft and the live version, on a virtual clock. Nothing is sent or stored."
        days="Last days"
        people="People, at most"
        defaults={{ days: "30", people: "1000" }}
        error={backtest.error}
        onRun={(reach) => run(() => backtest.mutateAsync({ ...reach, draft: draft() }))}
      />
      {answer ? (
        <TrialAnswer answer={answer} tried={tried}>
          <p className="text-ui">
            {peopleCount(answer.people)} and {countOf(answer.events, "event")} since <Moment at={answer.from} />.
          </p>
          <OutcomeList
            sides={[
              { name: "Draft", outcomes: answer.draft.totals },
              ...(answer.live ? [{ name: "Live", outcomes: answer.live.totals }] : []),
            ]}
          />
          <Differences backtest={answer} />
          {answer.unknown.length > 0 ? (
            <Notice tone="warning">
              <p className="font-medium">What a backtest cannot show:</p>
              <ul className="list-disc pl-4">
                {answer.unknown.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
        </TrialAnswer>
      ) : null}
    </>
  );
}

function Differences({ backtest }: { backtest: Backtest }) {
  if (!backtest.live)
    return <p className="text-muted-foreground text-ui">There is no live version yet to compare with.</p>;
  if (backtest.differences.length === 0)
    return <p className="text-muted-foreground text-ui">No step would have seen more or fewer enrollments.</p>;
  return (
    <Table>
      <TableCaption>Enrollments per step, in the draft and in the live version</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Step</TableHead>
          <TableHead className="text-right">Draft</TableHead>
          <TableHead className="text-right">Live</TableHead>
          <TableHead className="text-right">Change</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {backtest.differences.map(({ nodeId, name, draft, live }) => (
          <TableRow key={nodeId}>
            <TableHead scope="row" className="max-w-40 truncate font-normal text-foreground text-ui">
              {readableName(name)}
            </TableHead>
            <TableCell className="tabular text-right">{draft === null ? "–" : formatNumber(draft)}</TableCell>
            <TableCell className="tabular text-right">{live === null ? "–" : formatNumber(live)}</TableCell>
            <TableCell className="tabular text-right font-medium">{signed((draft ?? 0) - (live ?? 0))}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
