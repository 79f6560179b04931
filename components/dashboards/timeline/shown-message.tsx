"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { type Delivery, problemMessage, useDelivery } from "#data";
import { Skeleton } from "#ui/skeleton";
import { MailPreview } from "../content/mail-preview.tsx";

/** Deliveries whose message exists: it was rendered. */
const RENDERED: ReadonlySet<Delivery["status"]> = new Set([
  "sent",
  "captured",
  "unknown",
  "shown",
  "completed",
  "dismissed",
]);

/** The message as it was sent, fetched when it is opened. */
export function ShownMessage({ delivery }: { delivery: Delivery }) {
  const [open, setOpen] = useState(false);
  if (!RENDERED.has(delivery.status)) return null;
  return (
    <details
      className="group/message text-xs"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="inline-flex list-none items-center gap-1 rounded-sm text-muted-foreground transition-colors hover:text-foreground [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3 transition-transform group-open/message:rotate-90" />
        Show the message
      </summary>
      {open ? <Message id={delivery.id} /> : null}
    </details>
  );
}

function Message({ id }: { id: string }) {
  const { data, error } = useDelivery(id);
  if (error && !data) return <p className="mt-1.5 text-destructive-ink">{problemMessage(error)}</p>;
  if (!data) return <Skeleton className="mt-1.5 h-40" />;
  if (!data.html && !data.text) return <p className="mt-1.5 text-muted-foreground">Its text is no longer kept.</p>;
  return <MailPreview html={data.html ?? ""} text={data.text ?? ""} className="mt-1.5" />;
}
