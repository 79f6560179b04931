"use client";

import { useRef, useState } from "react";
import { type Canvas, isEntry, type Position } from "#journey";
import { focusFirst, keepFocus, ranked } from "#shell";
import { cn } from "#ui/cn";
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "#ui/command";
import { Popover, PopoverAnchor, PopoverContent } from "#ui/popover";
import { nodeById } from "../document/graph.ts";
import { offers, type PaletteOffer } from "../nodes/offers.ts";
import { useEditorStore } from "../state/context.tsx";
import { placeOfStep, TAB_STOP } from "../state/places.ts";
import type { MenuTarget } from "./step-menu-context.tsx";
import { useAddStep } from "./use-add-step.ts";

/** Where the menu opens, what it adds to, and what had the focus. */
export type ShownMenu = { screen: Position; target: MenuTarget; opener: Element | null };

export function StepMenu({ shown, onClose }: { shown: ShownMenu; onClose: () => void }) {
  const add = useAddStep();
  const store = useEditorStore();
  const { screen, target, opener } = shown;
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect(screen.x, screen.y, 0, 0) });
  const isPicked = useRef(false);
  const pick = (offer: PaletteOffer) => {
    isPicked.current = true;
    onClose();
    add(offer, target);
  };
  const giveBack = (event: Event) => {
    event.preventDefault();
    if (isPicked.current || (opener !== document.body && focusFirst(opener))) return;
    keepFocus(placeOfStep(stepBefore(store.getState().canvas.edges, target)), TAB_STOP);
  };
  return (
    <Popover open onOpenChange={(open) => (open ? undefined : onClose())}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        className="w-72 p-0"
        align="center"
        side="bottom"
        collisionPadding={12}
        aria-label={target.kind === "replace" ? "Replace the step" : "Add a step"}
        onCloseAutoFocus={giveBack}
      >
        <Offers
          shows={offersFor(store.getState().canvas, target)}
          isReplacing={target.kind === "replace"}
          onPick={pick}
        />
      </PopoverContent>
    </Popover>
  );
}

type OffersProps = {
  shows: (offer: PaletteOffer) => boolean;
  isReplacing: boolean;
  onPick: (offer: PaletteOffer) => void;
};

/** Grouped as in the palette; with a search text, one list ranked by match. */
function Offers({ shows, isReplacing, onPick }: OffersProps) {
  const [search, setSearch] = useState("");
  const groups = offers.map(({ group, offers: entries }) => ({
    group,
    entries: entries.filter(shows),
  }));
  const everything = groups.flatMap(({ entries }) => entries);
  return (
    <Command shouldFilter={false}>
      <CommandInput
        placeholder={isReplacing ? "Replace it with…" : "Add a step…"}
        aria-label="Search steps"
        value={search}
        onValueChange={setSearch}
      />
      <CommandList className="max-h-96">
        <CommandEmpty>No such step.</CommandEmpty>
        {search.trim() === ""
          ? groups
              .filter(({ entries }) => entries.length > 0)
              .map(({ group, entries }) => (
                <CommandGroup key={group} heading={group}>
                  {entries.map((offer) => (
                    <OfferItem key={offer.key} offer={offer} onPick={onPick} />
                  ))}
                </CommandGroup>
              ))
          : ranked(everything, search, (offer) => offer).map((offer) => (
              <OfferItem key={offer.key} offer={offer} onPick={onPick} />
            ))}
      </CommandList>
    </Command>
  );
}

function OfferItem({ offer, onPick }: { offer: PaletteOffer; onPick: (offer: PaletteOffer) => void }) {
  return (
    <CommandItem value={offer.key} onSelect={() => onPick(offer)}>
      <span className={cn("grid size-6 shrink-0 place-items-center rounded-md", offer.accent.tile)}>
        <offer.icon className="size-3.5 text-current" aria-hidden />
      </span>
      {offer.title}
    </CommandItem>
  );
}

/** Nothing leads to an entry, so it stands free or replaces another one. */
function offersFor(canvas: Canvas, target: MenuTarget): (offer: PaletteOffer) => boolean {
  if (target.kind === "free") return () => true;
  const old = target.kind === "replace" ? nodeById(canvas, target.nodeId) : undefined;
  return (offer) => isEntry(offer) === (old !== undefined && isEntry(old));
}

/** The step that the new one follows, if known. */
function stepBefore(edges: readonly { id: string; sourceNodeId: string }[], target: MenuTarget): string | null {
  if (target.kind === "exit") return target.source;
  if (target.kind === "replace") return target.nodeId;
  if (target.kind === "edge") return edges.find(({ id }) => id === target.edgeId)?.sourceNodeId ?? null;
  return null;
}
