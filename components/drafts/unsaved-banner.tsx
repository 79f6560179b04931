"use client";

import { CloudOff } from "lucide-react";
import { usePathname } from "next/navigation";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import type { Unsaved } from "./drafts.ts";
import { useDraftKeeping, useUnsaved } from "./drafts-provider.tsx";
import { isStuck } from "./save-state.ts";
import { sayUnsaved } from "./words.ts";

/** On every page: changes that no editor shows and that are not saved, with what can be done about them. */
export function UnsavedBanner() {
  const shown = useUnsaved().filter(({ isOpen, state }) => !isOpen && isStuck(state));
  return (
    <div aria-live="polite">
      {shown.length === 0 ? null : (
        <section aria-label="Unsaved changes" className="border-b bg-warning-soft text-warning-ink">
          <ul>
            {shown.map((unsaved) => (
              <Line key={unsaved.journeyId} unsaved={unsaved} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Line({ unsaved }: { unsaved: Unsaved }) {
  const { drafts } = useDraftKeeping()();
  const { journeyId, state } = unsaved;
  const canOpen = state.kind === "conflict" || state.kind === "failed";
  const canDiscard = state.kind === "gone" || state.kind === "failed";
  return (
    <li className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 px-4 py-1.5 text-xs">
      <p className="flex min-w-0 items-center gap-2">
        <CloudOff className="size-3.5 shrink-0" aria-hidden />
        <span className="min-w-0">{sayUnsaved(unsaved)}</span>
      </p>
      <span className="flex items-center gap-2">
        {state.kind === "signed_out" ? <SignInLink>Sign in</SignInLink> : null}
        {canOpen ? (
          <Link href={`/journeys/${journeyId}`} className="font-semibold underline underline-offset-4">
            Open
          </Link>
        ) : null}
        {state.kind === "offline" || state.kind === "failed" ? (
          <Button variant="outline" size="sm" onClick={() => void drafts.flush()}>
            Try again
          </Button>
        ) : null}
        {canDiscard ? (
          <Button variant="outline" size="sm" onClick={() => drafts.discard(journeyId)}>
            Discard
          </Button>
        ) : null}
      </span>
    </li>
  );
}

/** To the sign-in page, and back here afterwards. */
export function SignInLink({ children }: { children: string }) {
  const path = usePathname();
  return (
    <Link
      href={`/sign-in?next=${encodeURIComponent(path)}`}
      className="font-semibold text-xs underline underline-offset-4"
    >
      {children}
    </Link>
  );
}
