"use client";
import { RotateCw } from "lucide-react";
import { type DeliveryDetail, problemMessage, useCanEdit, useDelivery, useRetryDelivery } from "#data";
import { Moment, Notice, PageError } from "#shell";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetFooter, SheetHeader, SheetTitle } from "#ui/sheet";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { channelLabel, policyWords, reachWords, readPolicyReasons, readReasons, sentence } from "#words";
import { MailPreview } from "../content/mail-preview.tsx";
import { DeliveryBadge } from "./delivery-badge.tsx";
import { DisplayNotice } from "./display-notice.tsx";
import { DELIVERY_WORDS, EVENT_WORDS, HELD_BY_POLICY } from "./words.ts";

/** One delivery with its exact message. */
export function DeliverySheet({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { data: delivery, error, refetch } = useDelivery(id);
  const shown = delivery?.id === id ? delivery : undefined;
  return (
    <Sheet open={id !== null} onOpenChange={(open) => !open && onClose()}>
      <SheetContent className="sm:max-w-2xl">
        <SheetHeader>
          <SheetTitle className="truncate">{shown?.subject ?? "Delivery"}</SheetTitle>
          <SheetDescription>{shown ? statusText(shown) : "Loading…"}</SheetDescription>
        </SheetHeader>
        <SheetBody>
          {error ? <PageError error={error} onRetry={refetch} /> : null}
          {shown ? <Details delivery={shown} /> : error ? null : <Skeleton className="h-96" />}
        </SheetBody>
        {shown?.status === "failed" ? <Retry id={shown.id} /> : null}
      </SheetContent>
    </Sheet>
  );
}

/** A pause holds without a time, a sending policy until one. */
const statusText = ({ status, heldUntil }: DeliveryDetail): string =>
  heldUntil ? HELD_BY_POLICY : DELIVERY_WORDS[status].text;

function Details({ delivery }: { delivery: DeliveryDetail }) {
  const { html, text } = delivery;
  const rows: [string, React.ReactNode][] = [
    ["Status", <DeliveryBadge key="status" status={delivery.status} />],
    ["Channel", channelLabel(delivery.channel)],
    ["To", delivery.recipient ?? "–"],
    ["From", delivery.sender ?? "–"],
    ...(delivery.heldUntil ? [heldRow(delivery.heldUntil)] : []),
    ["Attempts", delivery.attempts],
  ];
  return (
    <div className="grid gap-5">
      <dl className="grid grid-cols-[6rem_1fr] gap-x-4 gap-y-1.5 text-ui">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
        <dt className="text-muted-foreground">Why</dt>
        <dd>
          {delivery.journeyId === null ? (
            "Sent by the API, without a journey"
          ) : (
            <Link
              href={`/journeys/${delivery.journeyId}/enrollments/${delivery.enrollmentId}`}
              className="rounded-sm text-primary-ink underline-offset-4 hover:underline"
            >
              Open the enrollment
            </Link>
          )}
        </dd>
      </dl>
      {delivery.error ? (
        <Notice tone={delivery.status === "skipped" || delivery.heldUntil ? "neutral" : "destructive"}>
          <Refusal delivery={delivery} />
        </Notice>
      ) : null}
      {delivery.display ? <DisplayNotice display={delivery.display} /> : null}
      {delivery.notes.length > 0 ? <Notice>{delivery.notes.join(" ")}</Notice> : null}
      <History delivery={delivery} />
      {html || text ? (
        <MailPreview html={html ?? ""} text={text ?? ""} />
      ) : (
        <p className="text-muted-foreground text-ui">Nothing is rendered yet.</p>
      )}
    </div>
  );
}

const heldRow = (at: string): [string, React.ReactNode] => ["Held until", <Moment key="held" at={at} />];

/** Every reason on a line of its own, so that nobody has to look for the second one. */
function Refusal({ delivery: { error, reasons, heldUntil } }: { delivery: DeliveryDetail }) {
  const lines = [...readReasons(reasons).map(reachWords), ...readPolicyReasons(reasons).map(policyWords)].map(sentence);
  if (lines.length < 2) return error;
  return (
    <>
      <p>
        {heldUntil ? "Held" : "Not sent"}, for {lines.length} reasons:
      </p>
      <ul className="mt-1 list-disc pl-4">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Everything that happened to the message, oldest first, and what is to come. */
function History({ delivery }: { delivery: DeliveryDetail }) {
  const { events, trackOpens, trackClicks, channel, status, queuedAt, sentAt, nextAttemptAt } = delivery;
  const isUntracked = channel === "email" && status === "sent" && !trackOpens && !trackClicks;
  const moments = [
    { id: "queued", label: "Queued", at: queuedAt, more: "" },
    ...(sentAt ? [{ id: "sent", label: "Sent", at: sentAt, more: "" }] : []),
    ...events.map(({ id, kind, at, detail }) => ({ id, label: EVENT_WORDS[kind] ?? kind, at, more: detailOf(detail) })),
    ...(status === "queued" && nextAttemptAt
      ? [{ id: "next", label: "Next attempt", at: nextAttemptAt, more: "" }]
      : []),
  ];
  return (
    <section aria-labelledby="history" className="grid gap-1.5 text-ui">
      <h3 id="history" className="font-medium">
        History
      </h3>
      <ol className="grid gap-1.5">
        {moments.map(({ id, label, at, more }) => (
          <li key={id} className="flex flex-wrap gap-x-2">
            <span className="font-medium">{label}</span>
            <Moment at={at} />
            {more === "" ? null : <span className="min-w-0 break-words text-muted-foreground">{more}</span>}
          </li>
        ))}
      </ol>
      {isUntracked ? (
        <p className="text-muted-foreground">Sent without a pixel and without links that tell of clicks.</p>
      ) : null}
    </section>
  );
}

const detailOf = (detail: Readonly<Record<string, unknown>>): string =>
  ["url", "code", "reason"].flatMap((name) => (typeof detail[name] === "string" ? [detail[name]] : [])).join(" ");

function Retry({ id }: { id: string }) {
  const retry = useRetryDelivery();
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  const again = () =>
    retry.mutate(id, {
      onSuccess: () => toast.success("Queued again."),
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <SheetFooter>
      <Button busy={retry.isPending} onClick={again}>
        <RotateCw aria-hidden /> Try again
      </Button>
    </SheetFooter>
  );
}
