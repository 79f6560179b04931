"use client";

import { createPortal } from "react-dom";
import type { Position } from "#journey";
import { cn } from "#ui/cn";
import type { PaletteOffer } from "../nodes/offers.ts";

/** The step under the pointer while it is dragged out of the palette. */
export function PaletteGhost({ offer, point }: { offer: PaletteOffer; point: Position }) {
  return createPortal(
    <div
      aria-hidden
      className="pointer-events-none fixed z-50 flex w-[248px] items-center gap-3 rounded-xl border bg-card px-3 py-3.5 opacity-95 shadow-floating"
      style={{ left: point.x, top: point.y, transform: "translate(-50%, -50%) rotate(-1.5deg)" }}
    >
      <span className={cn("grid size-9 place-items-center rounded-lg", offer.accent.tile)}>
        <offer.icon className="size-[18px]" />
      </span>
      <span className="font-medium text-[13px]">{offer.title}</span>
    </div>,
    document.body,
  );
}
