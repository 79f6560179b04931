import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center bg-sidebar px-4 py-12">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center justify-center gap-2.5">
          <Logo className="size-8" />
          <span className="font-semibold text-xl tracking-tight">Sojourn</span>
        </div>
        <div className="rounded-xl border bg-card p-6 shadow-floating">{children}</div>
        <p className="mt-6 text-balance text-center text-muted-foreground text-xs leading-5">
          Build and run customer journeys on your own Postgres. Every step runs exactly once.
        </p>
      </div>
    </main>
  );
}
