"use client";

import { cn } from "#ui/cn";
import { offers, type PaletteOffer } from "../nodes/offers.ts";
import { PaletteGhost } from "./palette-ghost.tsx";
import { useAddStep } from "./use-add-step.ts";
import { usePaletteDrag } from "./use-palette-drag.ts";

/** Every kind of step: drag one onto the canvas or an edge, or click to add it after the selected step. */
export function Palette() {
  const add = useAddStep();
  const { dragged, point, begin } = usePaletteDrag(add);
  return (
    <nav aria-label="Steps" className="hidden w-52 shrink-0 overflow-y-auto border-r bg-card px-2 py-3 md:block">
      {offers.map(({ group, offers: entries }) => (
        <section key={group} className="mb-3 last:mb-0">
          <h2 className="mb-1 px-2 font-medium text-[11px] text-muted-foreground">{group}</h2>
          {entries.map((offer) => (
            <PaletteItem
              key={offer.key}
              offer={offer}
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

type PaletteItemProps = { offer: PaletteOffer; onAdd: () => void; onGrab: React.PointerEventHandler };

function PaletteItem({ offer, onAdd, onGrab }: PaletteItemProps) {
  return (
    <button
      type="button"
      data-palette={offer.key}
      title={offer.hint}
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
