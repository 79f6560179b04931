"use client";

import { createContext, useContext } from "react";
import type { Position } from "#journey";

/** What the new step is connected to. `position` is its place on the canvas, if the menu was opened there. */
export type MenuTarget =
  | { kind: "exit"; source: string; exit: string; position?: Position }
  | { kind: "edge"; edgeId: string }
  | { kind: "replace"; nodeId: string }
  | { kind: "free"; position?: Position };

/** Opens the menu of steps at a point of the screen. */
export type OpenStepMenu = (screen: Position, target: MenuTarget) => void;

const StepMenuContext = createContext<OpenStepMenu>(() => undefined);
export const StepMenuProvider = StepMenuContext.Provider;

export function useStepMenu(): OpenStepMenu {
  return useContext(StepMenuContext);
}
