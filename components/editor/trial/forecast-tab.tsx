"use client";

import { type Forecast, useForecast } from "#data";
import { labelOf } from "#journey";
import { formatNumber, formatShare, Notice, peopleCount } from "#shell";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { useEditor } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";
import { marksOfForecast } from "./marks.ts";
import { OutcomeList } from "./outcome-list.tsx";
import { TrialAnswer } from "./trial-answer.tsx";
import { TrialForm } from "./trial-form.tsx";
import { useDraft } from "./use-draft.ts";
import { useTrialRun } from "./use-trial-run.ts";

const said = ({ people, outcomes }: Forecast) =>
  `Forecast for ${peopleCount(people)}: ${outcomes.completed} complete, ${outcomes.active} still inside.`;

/** Simulates real people in the draft: how many would arrive at each step. */
export function ForecastTab({ isShown }: { isShown: boolean }) {
  const { journeyId } = useJourneyInfo();
  const draft = useDraft();
  const forecast = useForecast(journeyId);
  const { run, tried, answer } = useTrialRun(isShown, marksOfForecast, said);
  return (
    <>
      <TrialForm
        name="Forecast"
        text="Runs a sample of your people through the draft on a virtual clock. Their behaviour is sampled from recent events; nothing is sent or stored."
        days="Days ahead"
        people="People, at most"
        defaults={{ days: "30", people: "500" }}
        error={forecast.error}
        onRun={(reach) => run(() => forecast.mutateAsync({ ...reach, draft: draft() }))}
      />
      {answer ? (
        <TrialAnswer answer={answer} tried={tried}>
          <p className="text-ui">{peopleCount(answer.people)} simulated. The canvas shows the counts too.</p>
          <OutcomeList sides={[{ name: "People", outcomes: answer.outcomes }]} />
          <ForecastTable forecast={answer} />
          <Notice tone="neutral">This is an estimate, based on past behaviour.</Notice>
        </TrialAnswer>
      ) : null}
    </>
  );
}

function ForecastTable({ forecast }: { forecast: Forecast }) {
  const nodes = useEditor(({ canvas }) => canvas.nodes);
  const names = new Map(nodes.map((node) => [node.id, labelOf(node)]));
  return (
    <Table>
      <TableCaption>People at every step of the forecast</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Step</TableHead>
          <TableHead className="text-right">Come</TableHead>
          <TableHead className="text-right">Still here</TableHead>
          <TableHead className="text-right">End here</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {forecast.nodes.map(({ nodeId, entered, waiting, ended }) => (
          <TableRow key={nodeId}>
            <TableHead scope="row" className="max-w-40 truncate font-normal text-foreground text-ui">
              {names.get(nodeId) ?? "A removed step"}
            </TableHead>
            <TableCell className="tabular text-right" title={formatShare(entered, forecast.people)}>
              {formatNumber(entered)}
            </TableCell>
            <TableCell className="tabular text-right">{formatNumber(waiting)}</TableCell>
            <TableCell className="tabular text-right">{formatNumber(ended)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
