import { BellRing, type LucideIcon, Mail, MessageSquare, PanelTop, Webhook } from "lucide-react";
import type { Delivery } from "#data";
import type { ChannelType } from "#journey";
import { Ago } from "#shell";
import { Link } from "#ui/link";
import { channelLabel } from "#words";
import { DeliveryBadge } from "./delivery-badge.tsx";
import { becameOf } from "./words.ts";

const CHANNEL_ICONS: Readonly<Record<ChannelType, LucideIcon>> = {
  email: Mail,
  sms: MessageSquare,
  push: BellRing,
  webhook: Webhook,
  inapp: PanelTop,
};

/** A delivery in one line, with its error below; opens the whole of it on the Deliveries page. */
export function DeliveryChip({ delivery }: { delivery: Delivery }) {
  const Icon = (CHANNEL_ICONS as Readonly<Record<string, LucideIcon>>)[delivery.channel] ?? MessageSquare;
  const title = delivery.subject ?? channelLabel(delivery.channel);
  return (
    <div className="grid grid-cols-1 gap-1 rounded-lg border bg-card px-3 py-2 text-ui shadow-raised">
      <div className="flex items-center gap-2.5">
        <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <Link
          href={`/deliveries?delivery=${delivery.id}`}
          className="min-w-0 flex-1 truncate rounded-sm font-medium underline-offset-4 hover:underline"
        >
          {title}
        </Link>
        <DeliveryBadge status={delivery.status} />
      </div>
      <Became delivery={delivery} />
      {delivery.recipient ? (
        <p className="truncate pl-6.5 text-muted-foreground text-xs">to {delivery.recipient}</p>
      ) : null}
      {delivery.error ? <p className="break-words pl-6.5 text-destructive-ink text-xs">{delivery.error}</p> : null}
    </div>
  );
}

/** What happened to it after it was sent, in the order in which it happened. */
function Became({ delivery }: { delivery: Delivery }) {
  const became = becameOf(delivery);
  if (became.length === 0) return null;
  return (
    <ul aria-label="Results" className="flex flex-wrap gap-x-3 pl-6.5 text-xs">
      {became.map(({ kind, label, at, isBad }) => (
        <li key={kind} className={isBad ? "text-destructive-ink" : "text-muted-foreground"}>
          <span className="font-medium">{label}</span> <Ago at={at} />
        </li>
      ))}
    </ul>
  );
}
