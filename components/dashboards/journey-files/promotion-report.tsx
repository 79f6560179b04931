"use client";
import { ApiProblem, problemMessage, type TakenBundle } from "#data";
import { Notice } from "#shell";
import { Badge } from "#ui/badge";
import { Skeleton } from "#ui/skeleton";
import type { Target } from "./target-field.tsx";

type Part = TakenBundle["parts"][number];

const KIND_WORDS: Readonly<Record<Part["kind"], string>> = {
  segment: "Segment",
  content: "Message",
  offer: "Offer",
  decisionFlow: "Decision flow",
  journey: "Journey",
};
const CHANGES = {
  created: { label: "Created", variant: "success" },
  changed: { label: "Changed", variant: "warning" },
  unchanged: { label: "As it is", variant: "outline" },
} as const;

type ReportProps = { readonly ahead: TakenBundle | undefined; readonly error: unknown; readonly target: Target };

/** What taking a journey over would create and change, or everything that stands in the way. */
export function PromotionReport({ ahead, error, target }: ReportProps) {
  if (error) return <PromotionRefusals error={error} />;
  if (!ahead) return <Skeleton className="h-28" aria-label="Looking at what would change" />;
  const isShared = ahead.parts.some(({ change, kind }) => change === "changed" && kind !== "journey");
  return (
    <section aria-label={`What would change in ${target.name}`} className="grid gap-2" aria-live="polite">
      <p className="text-ui">{sentence(ahead.parts, target.name)}</p>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: people who use the keyboard scroll it
        tabIndex={0}
        aria-label="Parts"
        className="grid max-h-56 gap-1.5 overflow-y-auto rounded-md border p-2"
      >
        {ahead.parts.map((part) => (
          <PartRow key={`${part.kind} ${part.key}`} part={part} />
        ))}
      </ul>
      {isShared ? (
        <Notice tone="warning">What is changed is used by other journeys of {target.name} too, if they name it.</Notice>
      ) : null}
    </section>
  );
}

function PartRow({ part: { kind, key, change, fields } }: { part: Part }) {
  const { label, variant } = CHANGES[change];
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-ui">
      <Badge variant={variant} className="w-19 justify-center">
        {label}
      </Badge>
      <span>{KIND_WORDS[kind]}</span>
      <code className="min-w-0 break-all text-muted-foreground text-xs">{key}</code>
      {fields.length === 0 ? null : <span className="text-muted-foreground text-xs">{fields.join(", ")}</span>}
    </li>
  );
}

/** Everything that was refused, all at once; nothing was stored. */
export function PromotionRefusals({ error }: { error: unknown }) {
  const errors = error instanceof ApiProblem ? error.errors : [];
  const messages = [...new Set(errors.map(({ message }) => message))];
  return (
    <Notice tone="destructive">
      <p className="font-medium">It cannot be taken there; nothing was changed.</p>
      <ul className="mt-1 grid max-h-48 list-disc gap-0.5 overflow-y-auto pl-4">
        {(messages.length > 0 ? messages : [problemMessage(error)]).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}

function sentence(parts: readonly Part[], workspace: string): string {
  const count = (wanted: Part["change"]) => parts.filter(({ change }) => change === wanted).length;
  const [created, changed] = [count("created"), count("changed")];
  if (created + changed === 0) return `Everything of it is in ${workspace} already.`;
  const told = [created > 0 ? `create ${created}` : "", changed > 0 ? `change ${changed}` : ""].filter(Boolean);
  const left = count("unchanged");
  return `It would ${told.join(" and ")}${left > 0 ? `, and leave ${left} as they are` : ""}.`;
}
