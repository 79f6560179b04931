"use client";
import { PageError } from "#shell";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return <PageError error={error} onRetry={reset} back={{ href: "/journeys", label: "Go to Journeys" }} />;
}
