"use client";

import { type ReactNode, useCallback, useRef, useState } from "react";
import type { Position } from "#journey";
import { cn } from "#ui/cn";
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "#ui/command";
import { Popover, PopoverAnchor, PopoverContent } from "#ui/popover";
import { offers, type PaletteOffer } from "../nodes/offers.ts";
import { type MenuTarget, StepMenuProvider } from "./step-menu-context.tsx";
import { useAddStep } from "./use-add-step.ts";

type Shown = { screen: Position; target: MenuTarget };

/** Holds the searchable menu of steps that every "+" opens. */
export function StepMenuHost({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const openMenu = useCallback((screen: Position, target: MenuTarget) => setShown({ screen, target }), []);
  return (
    <StepMenuProvider value={openMenu}>
      {children}
      {shown ? (
        <StepMenu key={`${shown.screen.x},${shown.screen.y}`} shown={shown} onClose={() => setShown(null)} />
      ) : null}
    </StepMenuProvider>
  );
}

function StepMenu({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const add = useAddStep();
  const { screen, target } = shown;
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect(screen.x, screen.y, 0, 0) });
  const pick = (offer: PaletteOffer) => {
    onClose();
    add(offer, target);
  };
  return (
    <Popover open onOpenChange={(open) => (open ? undefined : onClose())}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        className="w-72 p-0"
        align="center"
        side="bottom"
        collisionPadding={12}
        aria-label="Add a step"
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <Command>
          <CommandInput placeholder="Add a step…" aria-label="Search steps" />
          <CommandList className="max-h-96">
            <CommandEmpty>No such step.</CommandEmpty>
            {offers.map(({ group, offers: entries }) => {
              const fitting = entries.filter((offer) => target.kind === "free" || offer.type !== "TRIGGER");
              if (fitting.length === 0) return null;
              return (
                <CommandGroup key={group} heading={group}>
                  {fitting.map((offer) => (
                    <CommandItem
                      key={offer.key}
                      value={offer.title}
                      keywords={offer.words.split(" ")}
                      onSelect={() => pick(offer)}
                    >
                      <span className={cn("grid size-6 shrink-0 place-items-center rounded-md", offer.accent.tile)}>
                        <offer.icon className="size-3.5 text-current" aria-hidden />
                      </span>
                      {offer.title}
                    </CommandItem>
                  ))}
                </CommandGroup>
              );
            })}
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
