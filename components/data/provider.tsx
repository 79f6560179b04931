"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiProblem } from "./problem.ts";

/** Refusals are final; requests are retried only if the server is unreachable, failing or busy. */
function retry(count: number, error: unknown): boolean {
  const final = error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429;
  return !final && count < 2;
}

export function DataProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry, refetchOnWindowFocus: true } } }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
