import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { onTestFinished } from "vitest";
import { DataProvider } from "#data";
import { DraftsProvider } from "#drafts";
import { Toaster, toast } from "#ui/toaster";

export type Rendered = {
  /** The addresses that the parts asked the router to open. */
  readonly opened: readonly string[];
};

/** Puts parts of a page into the browser, inside what surrounds every page; they are taken away when the test ends. */
export function render(parts: ReactNode): Rendered {
  const opened: string[] = [];
  const host = document.createElement("main");
  document.body.append(host);
  const root = createRoot(host);
  root.render(
    <AppRouterContext value={routerInto(opened)}>
      <NuqsTestingAdapter>
        <DataProvider>
          <DraftsProvider>{parts}</DraftsProvider>
          <Toaster />
        </DataProvider>
      </NuqsTestingAdapter>
    </AppRouterContext>,
  );
  onTestFinished(() => {
    root.unmount();
    toast.dismiss();
    host.remove();
  });
  return { opened };
}

/** There is one page only, so going somewhere is noted. */
function routerInto(opened: string[]) {
  const open = (href: string) => void opened.push(href);
  const nothing = () => undefined;
  const still = { back: nothing, forward: nothing, refresh: nothing, prefetch: nothing, bfcacheId: "" };
  return { push: open, replace: open, ...still };
}
