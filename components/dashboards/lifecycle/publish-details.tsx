"use client";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type Journey, type JourneyDetail, useVersionDifference } from "#data";
import type { Problem } from "#journey";
import { countOf, Notice } from "#shell";
import { cn } from "#ui/cn";
import { Skeleton } from "#ui/skeleton";
import { DifferenceList } from "../versions/difference-list.tsx";

const MOST = 6;

/** What does not keep the draft from being published, and is worth a look before. */
export function Warnings({ problems }: { problems: readonly Pick<Problem, "severity" | "message">[] }) {
  const messages = [...new Set(problems.flatMap(({ severity, message }) => (severity === "error" ? [] : message)))];
  if (messages.length === 0) return null;
  return (
    <Notice tone="warning">
      <p className="font-medium">{countOf(messages.length, "warning")}:</p>
      <ul className="mt-1 list-disc pl-4">
        {messages.slice(0, MOST).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {messages.length > MOST ? <p className="mt-1">And {messages.length - MOST} more, under Problems.</p> : null}
    </Notice>
  );
}

/** What the new version changes, field by field; folded, as a large change has many. */
export function FieldChanges({ journey, draft }: { journey: Journey; draft: JourneyDetail }) {
  const difference = useVersionDifference(journey.id, journey.publishedVersion?.id ?? null, "draft");
  return (
    <Folded title="What changes, field by field">
      {difference.data ? <DifferenceList difference={difference.data} nodes={draft.nodes} /> : null}
      {difference.isPending ? <Skeleton className="h-16" /> : null}
    </Folded>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="grid gap-2">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex items-center gap-1 justify-self-start rounded-sm font-medium text-ui"
      >
        <ChevronRight className={cn("size-4 text-muted-foreground", isOpen && "rotate-90")} aria-hidden /> {title}
      </button>
      {isOpen ? <div className="max-h-64 overflow-y-auto">{children}</div> : null}
    </div>
  );
}
