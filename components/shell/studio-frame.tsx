"use client";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { ApiProblem, useMe } from "#data";
import { DraftKeeper, UnsavedBanner } from "#drafts";
import { DemoBanner } from "./demo-banner.tsx";
import { focusFirst } from "./keep-focus.ts";
import { PageError } from "./page-error.tsx";
import { Palette } from "./palette.tsx";
import { PasswordNudge } from "./password-nudge.tsx";
import { PhoneBar } from "./phone-bar.tsx";
import { SecondFactorNudge } from "./second-factor-nudge.tsx";
import { Sidebar } from "./sidebar.tsx";

/** Redirects to the sign-in page without a session, and back here afterwards. */
function useSignedIn() {
  const router = useRouter();
  const path = usePathname();
  const { data, error, refetch } = useMe();
  const signedOut = error instanceof ApiProblem && error.status === 401;
  const step = signedOut && error.body.needs === "second_factor" ? "step=second-factor&" : "";
  useEffect(() => {
    if (!signedOut) return;
    router.replace(`/sign-in?${step}next=${encodeURIComponent(path + window.location.search)}`);
  }, [signedOut, step, path, router]);
  const mustSetUp = data?.lacksSecondFactor === true && path !== "/settings";
  useEffect(() => {
    if (mustSetUp) router.replace("/settings?tab=account");
  }, [mustSetUp, router]);
  return { isKnown: data !== undefined && !mustSetUp, signedOut, failure: signedOut ? null : error, refetch };
}

const never = () => () => undefined;

/** Pages start in the browser: the answer of a request may arrive between hydrating the frame and hydrating the page. */
function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

export function StudioFrame({ children }: { children: ReactNode }) {
  const { isKnown, signedOut, failure, refetch } = useSignedIn();
  // A page drawn before the role is known would first be read-only and then shift when buttons appear.
  const page = useInBrowser() && isKnown ? children : null;
  if (signedOut) return null;
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a href="#main" className={skipClasses}>
        Skip to content
      </a>
      <SkipToCanvas />
      <PasswordNudge />
      <SecondFactorNudge />
      <DemoBanner />
      <DraftKeeper />
      <UnsavedBanner />
      <PhoneBar />
      <div className="flex min-h-0 flex-1">
        <aside aria-label="Sidebar" className="hidden w-56 shrink-0 border-r bg-sidebar md:block">
          <Sidebar />
        </aside>
        <main
          id="main"
          tabIndex={-1}
          aria-busy={!isKnown}
          className="relative min-w-0 flex-1 overflow-y-auto outline-none"
        >
          {failure ? <PageError error={failure} onRetry={refetch} isPage /> : page}
        </main>
      </div>
      <Palette />
    </div>
  );
}

const skipClasses = "sr-only z-50 rounded-md bg-card px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2";

/** Without it, about forty presses of Tab lead from the page's start to the steps. */
function SkipToCanvas() {
  if (!/^\/journeys\/[^/]+$/.test(usePathname())) return null;
  const skip = () =>
    focusFirst(
      "[data-editor-canvas] [data-step][tabindex='0']",
      "[role=tree] [tabindex='0']",
      "[data-first-step]",
      "#main",
    );
  return (
    <button type="button" onClick={skip} className={skipClasses}>
      Skip to the canvas
    </button>
  );
}
