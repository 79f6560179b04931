"use client";

import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { Position } from "#journey";
import { loadedOnUse } from "#shell";
import { whenIdle } from "#ui/when-idle";
import { type MenuTarget, StepMenuProvider } from "./step-menu-context.tsx";
import type { ShownMenu } from "./step-menu-list.tsx";

const load = async () => (await import("./step-menu-list.tsx")).StepMenu;
const StepMenu = loadedOnUse(load);

/**
 * Holds the searchable menu of steps that every "+" opens. Its code comes once the canvas stands, before somebody needs it:
 * what is typed right after its key is meant for its search.
 */
export function StepMenuHost({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<ShownMenu | null>(null);
  useEffect(() => whenIdle(() => void load().catch(() => undefined)), []);
  const openMenu = useCallback(
    (screen: Position, target: MenuTarget) => setShown({ screen, target, opener: document.activeElement }),
    [],
  );
  return (
    <StepMenuProvider value={openMenu}>
      {children}
      {shown ? (
        <StepMenu key={`${shown.screen.x},${shown.screen.y}`} shown={shown} onClose={() => setShown(null)} />
      ) : null}
    </StepMenuProvider>
  );
}
