"use client";
import { type Segment, type SegmentUse, useEverySegment, useSegmentUses } from "#data";
import { rulesToCel, sayRule } from "#engine";
import { readRules } from "#rules";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";

/** What a segment means, in words and compiled, and where it is used. */
export function SegmentDefinition({ segment }: { segment: Segment }) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {segment.kind === "rules" ? <Condition segment={segment} /> : null}
      <Uses segment={segment} />
    </div>
  );
}

function Condition({ segment }: { segment: Segment }) {
  const segments = useEverySegment().data?.data ?? [];
  const nameOf = (reference: string) =>
    segments.find(({ id, key, number }) => [id, key, String(number)].includes(reference))?.name ?? reference;
  const rules = readRules(segment.rules);
  if (rules === null) return null;
  const cel = rulesToCel(rules);
  return (
    <section aria-labelledby="segment-condition" className="grid content-start gap-2 rounded-lg border bg-card p-4">
      <h2 id="segment-condition" className="font-semibold text-sm">
        Who is in it
      </h2>
      <p className="break-words text-ui">People whose {sayRule(rules, nameOf)}.</p>
      {"source" in cel ? (
        <pre className="overflow-x-auto rounded-md bg-muted p-2 font-mono text-xs">{cel.source}</pre>
      ) : (
        <p className="text-muted-foreground text-xs">It has no form as an expression: {cel.reason}.</p>
      )}
    </section>
  );
}

const ADDRESSES: Readonly<Record<SegmentUse["kind"], (id: string) => string>> = {
  journey: (id) => `/journeys/${id}`,
  segment: (id) => `/segments/${id}`,
  offer: () => "/decisions",
  "decision flow": (id) => `/decisions/${id}`,
};
const KINDS: Readonly<Record<SegmentUse["kind"], string>> = {
  journey: "Journey",
  segment: "Segment",
  offer: "Offer",
  "decision flow": "Decision flow",
};

function Uses({ segment }: { segment: Segment }) {
  const { data: uses } = useSegmentUses(segment.id);
  return (
    <section aria-labelledby="segment-uses" className="grid content-start gap-2 rounded-lg border bg-card p-4">
      <h2 id="segment-uses" className="font-semibold text-sm">
        Where it is used
      </h2>
      {uses ? null : <Skeleton className="h-8" />}
      {uses?.length === 0 ? <p className="text-muted-foreground text-ui">It is used nowhere.</p> : null}
      <ul className="grid gap-1">
        {(uses ?? []).map(({ kind, id, name, detail }) => (
          <li key={`${kind} ${id}`} className="flex min-w-0 items-baseline gap-2 text-ui">
            <span className="shrink-0 text-muted-foreground text-xs">{KINDS[kind]}</span>
            <Link href={ADDRESSES[kind](id)} className="min-w-0 truncate hover:underline">
              {name}
            </Link>
            {detail ? <span className="shrink-0 text-muted-foreground text-xs">{detail}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
