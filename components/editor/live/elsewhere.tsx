"use client";

import { Split } from "lucide-react";
import type { NodeStats } from "#data";
import { labelOf } from "#journey";
import { Link } from "#ui/link";
import { useLiveNumbers } from "./live-context.tsx";
import { count } from "./numbers.ts";

const SHOWN = 4;

/** People on steps that the drawn version does not have. */
export function Elsewhere({ journeyId }: { journeyId: string }) {
  const { nodes, drawnVersion } = useLiveNumbers();
  const steps = [...nodes.values()].filter(({ current, waiting }) => !current && waiting > 0);
  if (steps.length === 0) return null;
  const people = steps.reduce((sum, step) => sum + step.waiting, 0);
  const places = steps.flatMap((step) => step.standing.map((place) => ({ step, ...place })));
  const left = places.slice(SHOWN).reduce((sum, place) => sum + place.waiting, 0);
  return (
    <section
      aria-label="On steps of other versions"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-warning-soft px-3 py-2 text-warning-ink text-xs"
    >
      <Split className="size-3.5 shrink-0" aria-hidden />
      <p className="font-medium">{sentence(people, steps.length, drawnVersion)}</p>
      <ul className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {places.slice(0, SHOWN).map((place) => (
          <Place key={`${place.step.nodeId} ${place.version}`} journeyId={journeyId} {...place} />
        ))}
        {left > 0 ? <li>and {count(left)} more</li> : null}
      </ul>
    </section>
  );
}

function sentence(people: number, steps: number, version: number | null): string {
  const who = people === 1 ? "1 person is" : `${count(people)} people are`;
  const where = steps === 1 ? "a step" : "steps";
  return `${who} on ${where} that ${version === null ? "the draft" : `version ${version}`} no longer has:`;
}

type PlaceProps = { journeyId: string; step: NodeStats; version: number; waiting: number };

function Place({ journeyId, step, version, waiting }: PlaceProps) {
  return (
    <li>
      <Link
        href={`/journeys/${journeyId}?view=live&version=${version}`}
        className="rounded-sm underline-offset-4 hover:underline"
      >
        <b className="tabular font-semibold">{count(waiting)}</b> on “{labelOf(step)}”{" "}
        <span className="underline underline-offset-4">in version {version}</span>
      </Link>
    </li>
  );
}
