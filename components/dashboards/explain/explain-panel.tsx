"use client";
import { ArrowRight, CircleHelp, Clock, Hourglass, type LucideIcon, PauseCircle, Send, TimerReset } from "lucide-react";
import type { AwaitedThing, Explanation } from "#data";
import { Ago } from "#shell";
import { Badge } from "#ui/badge";
import { Link } from "#ui/link";

const VERDICTS = {
  in: { word: "Inside", variant: "default" },
  was_in: { word: "Was inside", variant: "secondary" },
  not_in: { word: "Not inside", variant: "outline" },
} as const;

const AWAITED: Record<AwaitedThing["kind"], LucideIcon> = {
  event: Hourglass,
  timer: Clock,
  condition: TimerReset,
  delivery: Send,
  resume: PauseCircle,
};

type ExplainPanelProps = {
  title: string;
  explanation: Explanation;
  journeyId: string;
  /** The person's own time zone, if they have one: the sentences use it for times. */
  personZone: string | null;
  linkEnrollment?: boolean;
  /** The timeline below tells how and when they entered. */
  isBesideTimeline?: boolean;
};

/**
 * The answer to "why": the verdict in a sentence, what the person waits for and until when, the reasons, and what would
 * advance them.
 */
export function ExplainPanel({
  title,
  explanation,
  journeyId,
  personZone,
  linkEnrollment,
  isBesideTimeline = false,
}: ExplainPanelProps) {
  const { verdict, sentence, waiting, reasons, wouldMove, enrollmentId } = explanation;
  const { word, variant } = VERDICTS[verdict];
  return (
    <section aria-label={title} className="overflow-hidden rounded-lg border bg-card shadow-raised">
      <div className="grid gap-1.5 border-b bg-muted/40 px-4 py-3">
        <div className="flex items-center gap-2">
          <CircleHelp className="size-4 text-muted-foreground" aria-hidden />
          <h2 className="font-semibold text-ui">{title}</h2>
          <Badge variant={variant}>{word}</Badge>
        </div>
        <p className="text-ui">{sentence}</p>
        {linkEnrollment && enrollmentId ? (
          <Link
            href={`/journeys/${journeyId}/enrollments/${enrollmentId}`}
            className="inline-flex w-fit items-center gap-1 rounded-sm text-primary-ink text-ui underline-offset-4 hover:underline"
          >
            The whole enrollment <ArrowRight className="size-3.5" aria-hidden />
          </Link>
        ) : null}
      </div>
      {waiting ? <Waiting waiting={waiting} /> : null}
      <Reasons
        reasons={reasons.filter(({ text, code }) => text !== sentence && !(isBesideTimeline && code === "entered"))}
      />
      <WouldMove sentences={wouldMove} />
      {personZone ? (
        <p className="border-t px-4 py-2 text-muted-foreground text-xs">
          Times in this person’s time zone ({personZone}).
        </p>
      ) : null}
    </section>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-1.5 border-b px-4 py-3 last:border-0">
      <h3 className="font-medium text-muted-foreground text-xs">{title}</h3>
      {children}
    </div>
  );
}

function Waiting({ waiting }: { waiting: NonNullable<Explanation["waiting"]> }) {
  return (
    <Part title={`Waiting at ${waiting.label}`}>
      <p className="text-muted-foreground text-ui">
        Arrived <Ago at={waiting.since} />
        {waiting.until ? (
          <>
            , continues <Ago at={waiting.until} /> at the latest
          </>
        ) : (
          ", with no time limit"
        )}
        .
      </p>
      <ul className="grid gap-1">
        {waiting.for.map((thing) => {
          const Icon = AWAITED[thing.kind] ?? Hourglass;
          return (
            <li key={`${thing.kind}${thing.text}`} className="flex items-start gap-2 text-ui">
              <Icon className="mt-0.5 size-4 shrink-0 text-muted-foreground" aria-hidden />
              <span>{thing.text}</span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Reasons({ reasons }: Pick<Explanation, "reasons">) {
  if (reasons.length === 0) return null;
  return (
    <Part title="Because">
      <ul className="grid gap-1">
        {reasons.map(({ code, text, at }) => (
          <li key={`${code}${text}${at}`} className="text-ui">
            {text}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function WouldMove({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Part title="What would advance them">
      <ul className="grid list-disc gap-1 pl-4 text-ui">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Part>
  );
}
