"use client";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { KeepingPlaceProvider } from "#drafts";

/** Providers around every page: the theme, and the place where drafts are kept. Every page loads them, so they are few. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <KeepingPlaceProvider>{children}</KeepingPlaceProvider>
    </ThemeProvider>
  );
}
