import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from "@floating-ui/dom";
import type { Found } from "./find-target.ts";

/** The rectangle of an element in the viewport of the page, also out of frames. */
export function rectangleOf({ element, frames }: Found): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect();
  let [left, top] = [x, y];
  for (const frame of frames) {
    const outer = frame.getBoundingClientRect();
    left += outer.x + frame.clientLeft;
    top += outer.y + frame.clientTop;
  }
  return new DOMRect(left, top, width, height);
}

/** Keeps a surface beside its target until the function that it returns is called. */
export function keepBeside(
  surface: HTMLElement,
  light: HTMLElement | null,
  found: Found,
  placement = "auto",
): () => void {
  const reference = {
    getBoundingClientRect: () => rectangleOf(found),
    contextElement: found.frames[0] ?? found.element,
  };
  const update = async () => {
    const wanted = (placement === "auto" ? "bottom" : placement) as Placement;
    const middleware = [
      offset(12),
      flip({ padding: 8, fallbackAxisSideDirection: "start" as const }),
      shift({ padding: 8 }),
      size({
        padding: 8,
        apply: ({ availableHeight }) => surface.style.setProperty("max-height", `${Math.max(120, availableHeight)}px`),
      }),
    ];
    const { x, y } = await computePosition(reference, surface, { placement: wanted, strategy: "fixed", middleware });
    surface.style.left = `${x}px`;
    surface.style.top = `${y}px`;
    if (!light) return;
    const { left, top, width, height } = rectangleOf(found);
    Object.assign(light.style, {
      left: `${left - 4}px`,
      top: `${top - 4}px`,
      width: `${width + 8}px`,
      height: `${height + 8}px`,
    });
  };
  return autoUpdate(reference, surface, update, { animationFrame: found.frames.length > 0 });
}
