"use client";
import { type EnrollAnswer, personLabel, usePerson } from "#data";
import { Notice, peopleCount } from "#shell";
import { Button } from "#ui/button";
import { DialogFooter } from "#ui/dialog";
import { Link } from "#ui/link";
import { OperationProgress } from "../operations/operation-progress.tsx";
import type { Choice } from "./enroll-sources.tsx";
import { LeftOutRows } from "./left-out-rows.tsx";
import { type OutcomeLine, outcomeLines } from "./outcome.ts";
import { nameOfUnknown, unknownSentence } from "./reach.ts";

/** The number of people named per outcome; the list of enrollments and the near misses show all of them. */
const NAMED = 10;

type EnrollOutcomeProps = { journeyId: string; answer: EnrollAnswer; choice: Choice; onClose: () => void };

/** What happened to it: who got in, who did not and why, or the progress of the work in the background. */
export function EnrollOutcome({ journeyId, answer, choice, onClose }: EnrollOutcomeProps) {
  const { operation, enrollments = [], created = 0, unknown } = answer;
  return (
    <div className="grid gap-4">
      {operation ? <OperationProgress start={operation} /> : null}
      {operation ? null : (
        <ul aria-live="polite" aria-label="Result" className="grid gap-2 text-ui">
          {outcomeLines(enrollments).map((line) => (
            <Line key={line.words} journeyId={journeyId} line={line} />
          ))}
        </ul>
      )}
      {!operation && enrollments.length === 0 ? <p className="text-ui">Nobody was enrolled.</p> : null}
      {created > 0 ? <p className="text-ui">{peopleCount(created)} created.</p> : null}
      {unknown && unknown.count > 0 ? (
        <Notice tone="warning">
          {unknownSentence(unknown)} Skipped:{" "}
          {unknown.first.map((person) => nameOfUnknown(person, choice.lines)).join(", ")}
        </Notice>
      ) : null}
      {choice.leftOut && choice.leftOut.length > 0 ? <LeftOutRows rows={choice.leftOut} /> : null}
      <DialogFooter>
        <Button onClick={onClose}>Done</Button>
      </DialogFooter>
    </div>
  );
}

function Line({ journeyId, line }: { journeyId: string; line: OutcomeLine }) {
  const { words, count, people } = line;
  return (
    <li>
      <span className="tabular font-medium">{peopleCount(count)}</span> {words}
      <ul className="flex flex-wrap gap-x-3 text-xs">
        {people.slice(0, NAMED).map((person) => (
          <li key={person.personId}>
            <Name journeyId={journeyId} {...person} />
          </li>
        ))}
        {count > NAMED ? <li className="text-muted-foreground">and {count - NAMED} more</li> : null}
      </ul>
    </li>
  );
}

type NameProps = { journeyId: string; personId: string; enrollmentId: string | null };

function Name({ journeyId, personId, enrollmentId }: NameProps) {
  const { data: person } = usePerson(personId);
  const path = enrollmentId ? `/journeys/${journeyId}/enrollments/${enrollmentId}` : `/people/${personId}`;
  return (
    <Link href={path} className="rounded-sm text-primary-ink underline-offset-4 hover:underline">
      {person ? personLabel(person) : "…"}
    </Link>
  );
}
