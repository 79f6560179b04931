import type { DeliveryStatus } from "#data";
import { Badge } from "#ui/badge";
import { DELIVERY_WORDS } from "./words.ts";

export function DeliveryBadge({ status }: { status: DeliveryStatus }) {
  const words = DELIVERY_WORDS[status];
  return (
    <Badge variant={words?.variant ?? "outline"} title={words?.text}>
      {words?.label ?? status}
    </Badge>
  );
}
