"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { PreviewLink } from "./types/index.ts";

export type PreviewLinkInput = { mode: PreviewLink["mode"]; url: string };

/** An address of a site's page with the token of an author. */
export function useMakePreviewLink(contentId: string) {
  return useMutation({
    mutationFn: async (input: PreviewLinkInput) =>
      (await api.post<One<PreviewLink>>(`/api/content/${contentId}/preview-links`, input)).data,
  });
}

const LOOK_AGAIN_MS = 1_000;

/** What happened with a link so far; asked again each second while it holds. `null`: there is none yet. */
export function usePreviewLink(contentId: string, linkId: string | null) {
  return useQuery({
    enabled: linkId !== null,
    queryKey: keys.contentPart(contentId, `preview-link ${linkId}`),
    queryFn: async ({ signal }) =>
      (await api.get<One<PreviewLink>>(`/api/content/${contentId}/preview-links/${linkId}`, { signal })).data,
    refetchInterval: ({ state }) => (state.data?.status === "expired" ? false : LOOK_AGAIN_MS),
    // The author is in the tab of the page meanwhile.
    refetchIntervalInBackground: true,
  });
}
