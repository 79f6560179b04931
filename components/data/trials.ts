"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Backtest, DraftDocument, Forecast, TestInput, TestRun, TestRunNote } from "./types/index.ts";

function useTrial<Input, Answer>(journeyId: string, kind: "test" | "forecast" | "backtest") {
  return useMutation({
    mutationFn: async (input: Input) => (await api.post<One<Answer>>(`/api/journeys/${journeyId}/${kind}`, input)).data,
  });
}

/** One person through the journey on a virtual clock; nothing is sent or stored. */
export const useTestRun = (journeyId: string) => useTrial<TestInput, TestRun>(journeyId, "test");

/** Many real people through the journey on a virtual clock. */
export const useForecast = (journeyId: string) =>
  useTrial<{ people?: number; days?: number; draft?: DraftDocument }, Forecast>(journeyId, "forecast");

/** Backtest: the draft and the live version over the same past events. */
export const useBacktest = (journeyId: string) =>
  useTrial<{ days: number; people?: number; draft?: DraftDocument }, Backtest>(journeyId, "backtest");

/** Who tested the journey, the latest first. */
export function useTestLog(journeyId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.journey(journeyId), "tests"],
    queryFn: async ({ signal }) =>
      (await api.get<One<TestRunNote[]>>(`/api/journeys/${journeyId}/tests`, { signal })).data,
    enabled,
    refetchInterval: 5_000,
  });
}
