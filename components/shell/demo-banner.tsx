"use client";
import { useState } from "react";
import { useMe } from "#data";
import { Link } from "#ui/link";
import { DismissButton } from "./dismiss-button.tsx";
import { keepFocus } from "./keep-focus.ts";
import { loadedOnUse } from "./loaded-on-use.tsx";
import { useDismissed } from "./use-dismissed.ts";

const RemoveDemoDialog = loadedOnUse(
  async () => (await import("./remove-demo-dialog.tsx")).RemoveDemoDialog,
  ({ open }) => open,
);

export function DemoBanner() {
  const { data: me } = useMe();
  const [asking, setAsking] = useState(false);
  const [isDismissed, dismiss] = useDismissed("demo");
  if (!me?.workspace.isDemo || isDismissed) return null;
  return (
    <section
      aria-label="Demo workspace"
      className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-b bg-primary-soft px-4 py-1.5 text-primary-ink text-xs"
    >
      <p>This is the demo workspace: its people and events are generated, and new events keep arriving.</p>
      <Link href="/demo-shop" className="font-semibold underline underline-offset-4">
        Visit the demo shop
      </Link>
      {me.role === "owner" ? (
        <button type="button" onClick={() => setAsking(true)} className="font-semibold underline underline-offset-4">
          Remove demo
        </button>
      ) : null}
      <DismissButton
        onDismiss={() => {
          dismiss();
          keepFocus("#main");
        }}
      />
      <RemoveDemoDialog workspace={me.workspace.name} open={asking} onOpenChange={setAsking} />
    </section>
  );
}
