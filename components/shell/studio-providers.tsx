"use client";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { DataProvider } from "#data";
import { DraftsProvider } from "#drafts";
import { Toaster } from "#ui/toaster";

/**
 * Providers around the pages of the studio: data cache, URL state, drafts and toasts. The cache ends with them,
 * so what one member saw is gone when another one signs in.
 */
export function StudioProviders({ children }: { children: ReactNode }) {
  return (
    <NuqsAdapter>
      <DataProvider>
        <DraftsProvider>{children}</DraftsProvider>
        <Toaster />
      </DataProvider>
    </NuqsAdapter>
  );
}
