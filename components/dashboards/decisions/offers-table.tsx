"use client";
import { useState } from "react";
import { type Offer, useCanEdit } from "#data";
import { formatNumber, loadedOnUse } from "#shell";
import { Badge } from "#ui/badge";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { KeepActions } from "./keep-actions.tsx";
import { OFFER_STATUS_WORDS } from "./words.ts";

const OfferDialog = loadedOnUse(
  async () => (await import("./offer-dialog.tsx")).OfferDialog,
  ({ open }) => open,
);

export function OffersTable({ offers }: { offers: readonly Offer[] }) {
  const [editing, setEditing] = useState<string | null>(null);
  const canEdit = useCanEdit();
  const edited = offers.find(({ id }) => id === editing);
  return (
    <>
      <Table>
        <TableCaption>Offers by name</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            <TableHead>State</TableHead>
            <TableHead className="hidden text-right sm:table-cell">Offered</TableHead>
            <TableHead className="hidden text-right md:table-cell">Clicks</TableHead>
            <TableHead className="hidden text-right md:table-cell">Conversions</TableHead>
            <TableHead className="hidden lg:table-cell">Key</TableHead>
            {canEdit ? <TableHead className="w-10" aria-label="Actions" /> : null}
          </TableRow>
        </TableHeader>
        <TableBody>
          {offers.map((offer) => (
            <TableRow key={offer.id}>
              <TableCell className="h-12 w-full max-w-0">
                <button
                  type="button"
                  className="block max-w-full truncate rounded-sm text-left font-medium hover:underline"
                  onClick={() => setEditing(offer.id)}
                >
                  {offer.name}
                </button>
                {offer.description ? (
                  <p className="truncate text-muted-foreground text-xs">{offer.description}</p>
                ) : null}
              </TableCell>
              <TableCell>
                <Badge variant="outline">{OFFER_STATUS_WORDS[offer.status]}</Badge>
              </TableCell>
              <TableCell className="hidden text-right sm:table-cell">{formatNumber(offer.figures.offered)}</TableCell>
              <TableCell className="hidden text-right md:table-cell">{formatNumber(offer.figures.clicks)}</TableCell>
              <TableCell className="hidden text-right md:table-cell">
                {formatNumber(offer.figures.conversions)}
              </TableCell>
              <TableCell className="hidden max-w-48 truncate font-mono text-muted-foreground text-xs lg:table-cell">
                {offer.key}
              </TableCell>
              {canEdit ? (
                <TableCell>
                  <KeepActions noun="offers" id={offer.id} name={offer.name} isArchived={offer.status === "archived"} />
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {edited ? (
        <OfferDialog key={edited.id} offer={edited} open onOpenChange={(open) => setEditing(open ? edited.id : null)} />
      ) : null}
    </>
  );
}
