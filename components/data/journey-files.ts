"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import { savePending } from "./pending-saves.ts";
import type { ExportedJourney, ImportedJourney } from "./types/index.ts";

export type FileFormat = ExportedJourney["format"];

/** A file to read: the JSON that it holds, and the journey whose draft it changes; without one a new draft is made. */
export type ImportRequest = { readonly journey: unknown; readonly into?: string };

const read = async (body: ImportRequest & { dryRun?: boolean }) =>
  (await api.post<One<ImportedJourney>>("/api/journeys/import", body)).data;

/** What a file holds and what is wrong with it; nothing is stored. Idle while there is no file. */
export function useImportCheck(request: ImportRequest | null) {
  return useQuery({
    queryKey: ["import-check", request],
    queryFn: () => read({ ...(request ?? { journey: null }), dryRun: true }),
    enabled: request !== null,
    gcTime: 0,
  });
}

export function useImportJourney() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: ImportRequest) => {
      await savePending();
      return read(request);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.journeys() }),
  });
}

/** Makes a new draft that is like this one, after all pending saves; returns it. */
export function useDuplicateJourney() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, name }: { id: string; name: string }) => {
      await savePending();
      const query = { format: "native" };
      const { data } = await api.get<One<ExportedJourney>>(`/api/journeys/${id}/export`, { query });
      return read({ journey: { ...(data.journey as object), name: copyName(name) } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.journeys() }),
  });
}

const LONGEST_NAME = 255;
const COPY = " (copy)";
const copyName = (name: string) => `${name.slice(0, LONGEST_NAME - COPY.length)}${COPY}`;

/** The draft in a format, after all pending saves; idle while `format` is null. */
export function useExport(journeyId: string, format: FileFormat | null) {
  return useQuery({
    queryKey: [...keys.journey(journeyId), "export", format],
    queryFn: async ({ signal }) => {
      await savePending();
      const query = { format };
      return (await api.get<One<ExportedJourney>>(`/api/journeys/${journeyId}/export`, { query, signal })).data;
    },
    enabled: format !== null,
    gcTime: 0,
  });
}
