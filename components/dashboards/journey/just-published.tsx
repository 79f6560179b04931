"use client";
import { Radio, Send, X } from "lucide-react";
import { useState } from "react";
import { type Journey, useJustPublished } from "#data";
import { isEntry } from "#journey";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { SendEventDialog } from "../events/send-event-dialog.tsx";

/** What to do after publishing: watch people come in, and make one come in. */
export function JustPublished({ journey }: { journey: Journey }) {
  const { number, note } = useJustPublished(journey.id);
  const [isSending, setSending] = useState(false);
  if (number === null) return null;
  return (
    <section
      aria-label="Just published"
      className="flex flex-wrap items-center gap-2 border-b bg-success-soft px-4 py-1.5 text-success-ink text-ui sm:px-6"
    >
      <p className="mr-auto">
        Version {journey.publishedVersion?.number ?? number} is live. People who meet its triggers enter it.
      </p>
      <Button asChild variant="outline" size="sm">
        <Link href={`/journeys/${journey.id}?view=live`}>
          <Radio aria-hidden /> Watch live
        </Link>
      </Button>
      <Button variant="outline" size="sm" onClick={() => setSending(true)}>
        <Send aria-hidden /> Send a test event
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label="Dismiss" onClick={() => note(null)}>
        <X />
      </Button>
      <SendEventDialog open={isSending} onOpenChange={setSending} firstEvent={firstEventOf(journey)} />
    </section>
  );
}

/** The event that starts the journey, if it starts on one. */
function firstEventOf(journey: Journey): string {
  const nodes = "nodes" in journey && Array.isArray(journey.nodes) ? (journey.nodes as StartNode[]) : [];
  const names = nodes.filter(isEntry).flatMap(({ config }) => config?.triggerConfig?.eventName ?? []);
  return names[0] ?? "";
}

type StartNode = {
  readonly type: string;
  readonly config?: { readonly triggerConfig?: { readonly eventName?: string } };
};
