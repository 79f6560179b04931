"use client";
import { useQuery } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";

/** Which database answers for figures, where a standby is configured. */
export type FiguresSource = {
  answers: "standby" | "primary";
  lagMs: number | null;
  reason: "in step" | "behind" | "away" | "no standby";
};

/** null: there is no standby. */
export function useFiguresSource() {
  return useQuery({
    queryKey: keys.figures,
    queryFn: async ({ signal }) =>
      (await api.get<One<{ figures?: FiguresSource }>>("/api/ready", { signal })).data.figures ?? null,
    refetchInterval: 30_000,
  });
}
