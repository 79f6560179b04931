"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { whenIdle } from "#ui/when-idle";
import { STUDIO } from "./navigation.ts";

/**
 * Loads the pages of the studio once this one is at rest, for a page that may be left while there is no network: what was
 * edited there goes on to be saved from the next page.
 */
export function usePagesAtHand(): void {
  const router = useRouter();
  useEffect(
    () =>
      whenIdle(() => {
        for (const { href } of STUDIO) router.prefetch(href);
      }),
    [router],
  );
}
