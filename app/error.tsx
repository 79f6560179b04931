"use client";
import { PlainError } from "#shell";

/** For what fails outside of the studio's pages; those have their own, which they load. */
export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return <PlainError error={error} onRetry={reset} />;
}
