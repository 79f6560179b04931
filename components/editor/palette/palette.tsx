"use client";

import { type KeyboardEvent, type PointerEventHandler, useState } from "react";
import { cn } from "#ui/cn";
import { offers, type PaletteOffer } from "../nodes/offers.ts";
import { PaletteGhost } from "./palette-ghost.tsx";
import { useAddStep } from "./use-add-step.ts";
import { usePaletteDrag } from "./use-palette-drag.ts";

const TURNS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Every kind of step: drag one onto the canvas or an edge, or click to add it after the selected step. One Tab stop;
 * arrows lead from kind to kind.
 */
export function Palette() {
  const add = useAddStep();
  const { dragged, point, begin } = usePaletteDrag(add);
  const [stop, setStop] = useState(offers[0]?.offers[0]?.key ?? "");
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-palette]")];
    const at = items.findIndex((item) => item.contains(event.target as Node));
    const to = { Home: 0, End: items.length - 1 }[event.key] ?? at + (TURNS[event.key] ?? 0);
    if (at < 0 || to === at || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    items[Math.min(items.length - 1, Math.max(0, to))]?.focus();
  };
  return (
    <nav
      aria-label="Steps"
      onKeyDown={walk}
      className="hidden w-52 shrink-0 overflow-y-auto border-r bg-card px-2 py-3 md:block"
    >
      {offers.map(({ group, offers: entries }) => (
        <section key={group} className="mb-3 last:mb-0">
          <h2 className="mb-1 px-2 font-medium text-[11px] text-muted-foreground">{group}</h2>
          {entries.map((offer) => (
            <PaletteItem
              key={offer.key}
              offer={offer}
              isTabStop={offer.key === stop}
              onFocus={() => setStop(offer.key)}
              onAdd={() => add(offer, { kind: "free" })}
              onGrab={begin(offer)}
            />
          ))}
        </section>
      ))}
      {dragged ? <PaletteGhost offer={dragged} point={point} /> : null}
    </nav>
  );
}

type PaletteItemProps = {
  offer: PaletteOffer;
  isTabStop: boolean;
  onFocus: () => void;
  onAdd: () => void;
  onGrab: PointerEventHandler;
};

function PaletteItem({ offer, isTabStop, onFocus, onAdd, onGrab }: PaletteItemProps) {
  return (
    <button
      type="button"
      data-palette={offer.key}
      title={offer.hint}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={onFocus}
      onPointerDown={onGrab}
      onClick={onAdd}
      className="flex w-full cursor-grab touch-none select-none items-center gap-2.5 rounded-md px-2 py-1.5 text-left text-ui transition-colors hover:bg-accent focus-visible:bg-accent active:cursor-grabbing"
    >
      <span className={cn("grid size-7 shrink-0 place-items-center rounded-md", offer.accent.tile)}>
        <offer.icon className="size-[15px]" aria-hidden />
      </span>
      <span className="truncate">{offer.title}</span>
    </button>
  );
}
