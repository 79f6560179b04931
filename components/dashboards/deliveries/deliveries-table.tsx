"use client";
import type { Delivery } from "#data";
import { Ago } from "#shell";
import { cn } from "#ui/cn";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { channelLabel } from "#words";
import { DeliveryBadge } from "./delivery-badge.tsx";

export function DeliveriesTable({ deliveries, onOpen }: { deliveries: Delivery[]; onOpen: (id: string) => void }) {
  return (
    <Table>
      <TableCaption>Deliveries, newest first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Message</TableHead>
          <TableHead className="hidden md:table-cell">To</TableHead>
          <TableHead>Status</TableHead>
          <TableHead className="hidden lg:table-cell">Channel</TableHead>
          <TableHead className="hidden text-right lg:table-cell">Attempts</TableHead>
          <TableHead className="hidden sm:table-cell">Queued</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {deliveries.map((delivery) => (
          <TableRow key={delivery.id} className="relative">
            <TableCell className="h-12 w-full max-w-0">
              <button
                type="button"
                onClick={() => onOpen(delivery.id)}
                className="block w-full truncate rounded-sm text-left font-medium after:absolute after:inset-0 after:content-['']"
              >
                {delivery.subject ?? delivery.contentType ?? channelLabel(delivery.channel)}
              </button>
              {delivery.error ? (
                <p
                  className={cn(
                    "truncate text-xs",
                    delivery.heldUntil ? "text-muted-foreground" : "text-destructive-ink",
                  )}
                >
                  {delivery.error}
                </p>
              ) : null}
            </TableCell>
            <TableCell className="hidden max-w-56 truncate text-muted-foreground md:table-cell">
              {delivery.recipient ?? "–"}
            </TableCell>
            <TableCell>
              <DeliveryBadge status={delivery.status} />
            </TableCell>
            <TableCell className="hidden text-muted-foreground lg:table-cell">
              {channelLabel(delivery.channel)}
            </TableCell>
            <TableCell className="hidden text-right text-muted-foreground lg:table-cell">{delivery.attempts}</TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
              <Ago at={delivery.queuedAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
