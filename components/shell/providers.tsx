"use client";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { DataProvider } from "#data";
import { DraftsProvider } from "#drafts";
import { Toaster } from "#ui/toaster";
import { TooltipProvider } from "#ui/tooltip";

/** Providers around every page: theme, data cache, URL state, tooltips and toasts. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <NuqsAdapter>
        <DataProvider>
          <DraftsProvider>
            <TooltipProvider>{children}</TooltipProvider>
          </DraftsProvider>
          <Toaster />
        </DataProvider>
      </NuqsAdapter>
    </ThemeProvider>
  );
}
