"use client";

import { X } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button } from "#ui/button";
import { useActions } from "../state/context.tsx";
import { PANEL_CLASSES } from "./panel-place.tsx";

type PanelProps = {
  label: string;
  icon: ReactNode;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  ref?: Ref<HTMLElement>;
};

/** The frame of the side panel; on a phone it covers the page. */
export function Panel({ label, icon, title, actions, children, ref }: PanelProps) {
  const { open } = useActions();
  return (
    <aside ref={ref} tabIndex={-1} aria-label={label} data-inspector className={PANEL_CLASSES}>
      <header className="flex h-12 shrink-0 items-center gap-2.5 border-b pr-2 pl-4">
        {icon}
        <h2 className="min-w-0 flex-1 truncate font-medium text-sm">{title}</h2>
        {actions}
        <Button variant="ghost" size="icon-sm" aria-label="Close panel" title="Close (Esc)" onClick={() => open(null)}>
          <X />
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </aside>
  );
}

/** A part of the panel with its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-3 border-t px-4 py-4">
      <h3 className="font-medium text-muted-foreground text-xs">{title}</h3>
      {children}
    </section>
  );
}
