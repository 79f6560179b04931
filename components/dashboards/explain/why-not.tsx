"use client";
import { parseAsString, useQueryState } from "nuqs";
import { type Person, problemMessage, useEveryJourney, useExplanation } from "#data";
import { EmptyState, Notice } from "#shell";
import { Field } from "#ui/field";
import { SearchSelect } from "#ui/search-select";
import { Skeleton } from "#ui/skeleton";
import { JOURNEY_STATUS_WORDS } from "#words";
import { ExplainPanel } from "./explain-panel.tsx";
import { ownZone } from "./own-zone.ts";

/** Why a person is, was or is not in a journey of one's choice. */
export function WhyNot({ person }: { person: Person }) {
  const [journeyId, setJourneyId] = useQueryState("journey", parseAsString);
  const journeys = useEveryJourney().data?.data;
  const { data, error } = useExplanation(journeyId, { personId: person.id });
  if (journeys?.length === 0) return <EmptyState title="No journeys yet" text="Create a journey first." />;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Field label="Journey">
        {(aria) => (
          <SearchSelect
            {...aria}
            value={journeyId ?? ""}
            onChange={setJourneyId}
            options={(journeys ?? []).map(({ id, name, status }) => ({
              value: id,
              label: `${name} · ${JOURNEY_STATUS_WORDS[status]}`,
            }))}
            placeholder="Choose a journey"
            className="w-full max-w-96"
          />
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
            linkEnrollment
          />
        </div>
      ) : null}
    </div>
  );
}

const TITLES = { in: "Why is this person in it?", was_in: "Why did it end?", not_in: "Why not?" };
