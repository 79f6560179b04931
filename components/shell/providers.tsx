"use client";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { DataProvider } from "#data";
import { Toaster } from "#ui/toaster";
import { TooltipProvider } from "#ui/tooltip";

/** What every page stands in: theme, data cache, URL state, tooltips and toasts. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <NuqsAdapter>
        <DataProvider>
          <TooltipProvider>{children}</TooltipProvider>
          <Toaster />
        </DataProvider>
      </NuqsAdapter>
    </ThemeProvider>
  );
}
