"use client";
import { parseAsString, useQueryState } from "nuqs";
import { type Person, problemMessage, useExplanation, useJourneys } from "#data";
import { EmptyState, Notice } from "#shell";
import { Field } from "#ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";
import { STATUS_WORDS } from "../journeys/status.ts";
import { ExplainPanel } from "./explain-panel.tsx";
import { ownZone } from "./own-zone.ts";

/** Why a person is, was or is not in a journey of one's choice. */
export function WhyNot({ person }: { person: Person }) {
  const [journeyId, setJourneyId] = useQueryState("journey", parseAsString);
  const journeys = useJourneys({ limit: 100 }).data?.data;
  const { data, error } = useExplanation(journeyId, { personId: person.id });
  if (journeys?.length === 0)
    return <EmptyState title="No journeys yet" text="There is nothing this person could be in." />;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Field label="Journey">
        {(aria) => (
          <Select value={journeyId ?? ""} onValueChange={setJourneyId}>
            <SelectTrigger {...aria} className="w-full max-w-96">
              <SelectValue placeholder="Choose a journey" />
            </SelectTrigger>
            <SelectContent>
              {(journeys ?? []).map(({ id, name, status }) => (
                <SelectItem key={id} value={id}>
                  {name} · {STATUS_WORDS[status]}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )}
      </Field>
      {error && !data ? <Notice tone="destructive">{problemMessage(error)}</Notice> : null}
      {journeyId && !data && !error ? <Skeleton className="h-32" /> : null}
      {journeyId && data ? (
        <div aria-live="polite">
          <ExplainPanel
            title={TITLES[data.verdict]}
            explanation={data}
            journeyId={journeyId}
            personZone={ownZone(person.traits)}
            linkTrip
          />
        </div>
      ) : null}
    </div>
  );
}

const TITLES = { in: "Why is this person in it?", was_in: "Why did it end?", not_in: "Why not?" };
