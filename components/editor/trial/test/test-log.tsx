"use client";

import { useState } from "react";
import { personLabel, type TestRunNote, usePerson, useTestLog } from "#data";
import { Ago } from "#shell";
import { Link } from "#ui/link";

const OUTCOMES: Readonly<Record<string, string>> = {
  active: "still waiting",
  completed: "completed",
  stopped: "stopped",
  failed: "failed",
  not_entered: "would not enter",
};

/** Who tested the journey with whom, fetched when it is opened. */
export function TestLog({ journeyId }: { journeyId: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useTestLog(journeyId, open);
  return (
    <details
      className="border-t px-4 py-3 text-ui"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="cursor-pointer rounded-sm font-medium">Who tested it</summary>
      {data?.length === 0 ? <p className="mt-2 text-muted-foreground">Nobody has run a test yet.</p> : null}
      <ul aria-label="Test runs" className="mt-2 grid gap-1.5">
        {(data ?? []).map((note) => (
          <li key={note.id} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate">
              {note.by} with {note.personId === null ? "a sample" : <Tested id={note.personId} />}:{" "}
              {OUTCOMES[note.outcome] ?? note.outcome}
            </span>
            <When note={note} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const When = ({ note }: { note: TestRunNote }) => (
  <Ago at={note.at} className="shrink-0 text-muted-foreground text-xs" />
);

function Tested({ id }: { id: string }) {
  const { data, error } = usePerson(id);
  if (error && !data) return <>a person since erased</>;
  return (
    <Link href={`/people/${id}`} className="rounded-sm underline-offset-4 hover:underline">
      {data ? personLabel(data) : "…"}
    </Link>
  );
}
