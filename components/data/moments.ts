"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { JsonObject } from "#journey";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import type { Moments } from "./types/index.ts";

const AGAIN_MS = 15_000;

/** Compute when a step continues or enrolls people next, as the engine computes it now; idle while `about` is null. */
export function useMoments(
  journeyId: string,
  about: { readonly type: "WAIT" | "TRIGGER"; readonly config: JsonObject; readonly personId?: string } | null,
) {
  return useQuery({
    queryKey: ["moments", journeyId, about],
    queryFn: async ({ signal }) =>
      (await api.post<One<Moments>>(`/api/journeys/${journeyId}/moments`, about, { signal })).data,
    enabled: journeyId !== "" && about !== null,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}
