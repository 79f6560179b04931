"use client";
import { Circle, CircleCheck, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useApiKeys, useCanEdit, useDismiss, useEventNames, useJourneys, useMe, usePeople } from "#data";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { Link } from "#ui/link";
import { SendEventDialog } from "../events/send-event-dialog.tsx";

type Step = { readonly title: string; readonly isDone: boolean; readonly action: ReactNode };

/** What a new workspace needs, in order; each step ticks itself. It goes away when all are done, or when it is dismissed. */
export function FirstSteps() {
  const { data: me } = useMe();
  const canEdit = useCanEdit();
  if (!me || !canEdit || me.workspace.isDemo || me.dismissed.includes("first_steps")) return null;
  return <Steps key={me.workspace.id} name={me.workspace.name} />;
}

function Steps({ name }: { name: string }) {
  const dismiss = useDismiss("first_steps");
  const [isSending, setSending] = useState(false);
  const steps = useSteps(() => setSending(true));
  if (steps === null) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  if (done === steps.length) return null;
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <section aria-labelledby="first-steps" className="grid gap-3 rounded-lg border bg-card p-4 shadow-raised">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 id="first-steps" className="font-semibold text-base">
            First steps in {name}
          </h2>
          <p className="text-muted-foreground text-ui">
            {done} of {steps.length} done. Each ticks itself when it has happened.
          </p>
        </div>
        <Button variant="ghost" size="icon-sm" aria-label="Dismiss the first steps" onClick={() => dismiss.mutate()}>
          <X />
        </Button>
      </div>
      <ol className="grid gap-2">
        {steps.map(({ title, isDone, action }, index) => (
          <li key={title} className="flex min-h-8 flex-wrap items-center gap-2 text-ui">
            {isDone ? (
              <CircleCheck className="size-4 text-success-ink" aria-label="Done" />
            ) : (
              <Circle className="size-4 text-muted-foreground" aria-label="To do" />
            )}
            <span className={cn("min-w-0 flex-1", isDone && "text-muted-foreground", index === next && "font-medium")}>
              {title}
            </span>
            {index === next ? action : null}
          </li>
        ))}
      </ol>
      <SendEventDialog open={isSending} onOpenChange={setSending} />
    </section>
  );
}

/** `null`: not known yet, so that nothing flickers. */
function useSteps(send: () => void): Step[] | null {
  const keys = useApiKeys();
  const events = useEventNames().data;
  const people = usePeople({ limit: 1 }).data;
  const journeys = useJourneys({ limit: 1, status: "PUBLISHED" }).data;
  if (!events || !people || !journeys || keys.isPending) return null;
  const hasPeople = people.data.length > 0;
  return [
    {
      title: "Make a key, and put it into your site or backend",
      // Only owners see keys; an event cannot come without one.
      isDone: (keys.data?.length ?? 0) > 0 || events.length > 0,
      action: <Go href="/settings?tab=sites">Make a key</Go>,
    },
    { title: "See the first person", isDone: hasPeople, action: <Go href="/people?new=true">Add a person</Go> },
    {
      title: "Receive the first event",
      isDone: events.length > 0,
      action: (
        <span className="flex flex-wrap gap-2">
          <Go href="/install">Install page</Go>
          <Go href="/demo-shop">Demo shop</Go>
          <Button size="sm" onClick={send}>
            Send a test event
          </Button>
        </span>
      ),
    },
    {
      title: "Publish the first journey",
      isDone: journeys.data.length > 0,
      action: <Go href="/journeys?new=true">New journey</Go>,
    },
  ];
}

function Go({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button asChild size="sm">
      <Link href={href}>{children}</Link>
    </Button>
  );
}
