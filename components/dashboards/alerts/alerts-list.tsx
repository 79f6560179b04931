"use client";
import { BellRing, X } from "lucide-react";
import { type Alert, problemMessage, useAlerts, useCanEdit, useDismissAlert } from "#data";
import { Ago, countOf, formatNumber } from "#shell";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { toast } from "#ui/toaster";

const SHOWN = 5;

/** Open alerts: stalled journeys, loops, and rows that could not be processed. */
export function AlertsList() {
  const alerts = useAlerts().data ?? [];
  if (alerts.length === 0) return null;
  return (
    <section
      aria-label="Alerts"
      className="overflow-hidden rounded-lg border border-warning/40 bg-warning-soft text-warning-ink"
    >
      <h2 className="flex items-center gap-2 px-4 pt-2.5 font-semibold text-ui">
        <BellRing className="size-4" aria-hidden />
        <span role="status">{countOf(alerts.length, "alert")}</span>
      </h2>
      <ul className="divide-y divide-warning/25 pb-1">
        {alerts.slice(0, SHOWN).map((alert) => (
          <AlertLine key={alert.id} alert={alert} />
        ))}
      </ul>
      {alerts.length > SHOWN ? (
        <p className="px-4 pb-2.5 text-xs">and {formatNumber(alerts.length - SHOWN)} more</p>
      ) : null}
    </section>
  );
}

function AlertLine({ alert }: { alert: Alert }) {
  const dismiss = useDismissAlert();
  const canEdit = useCanEdit();
  const { id, journeyId, journeyName, text, at, count } = alert;
  return (
    <li className="flex items-start gap-3 px-4 py-2 text-ui" data-alert={alert.code}>
      <p className="min-w-0 flex-1">
        {journeyId ? (
          <Link href={`/journeys/${journeyId}/enrollments`} className="font-medium underline underline-offset-4">
            {journeyName ?? "A journey"}
          </Link>
        ) : null}
        {journeyId ? ": " : ""}
        {text}{" "}
        {alert.code === "messages_refused" ? (
          <Link href="/events?tab=refused" className="font-medium underline underline-offset-4">
            See them
          </Link>
        ) : null}
        {alert.code === "signals_rejected" ? (
          <Link href="/events?tab=kept" className="font-medium underline underline-offset-4">
            See them
          </Link>
        ) : null}{" "}
        <span className="text-xs">
          <Ago at={at} />
          {count > 1 && !text.includes(String(count)) ? `, ${formatNumber(count)} times` : ""}
        </span>
      </p>
      {canEdit ? (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Dismiss: ${text}`}
          title="Dismiss"
          busy={dismiss.isPending}
          onClick={() => dismiss.mutate(id, { onError: (error) => toast.error(problemMessage(error)) })}
        >
          {dismiss.isPending ? null : <X />}
        </Button>
      ) : null}
    </li>
  );
}
