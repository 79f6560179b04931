"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { JourneyImport } from "./types/index.ts";

export type JourneyImportInput = {
  file: string;
  product?: JourneyImport["product"];
  dryRun?: boolean;
  names?: Record<string, string>;
};

/** Reads a file of another product; with `dryRun` nothing is stored. */
export function useImportJourneys() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: JourneyImportInput) => (await api.post<One<JourneyImport>>("/api/imports", input)).data,
    onSuccess: ({ dryRun }) => (dryRun ? undefined : client.invalidateQueries({ queryKey: keys.journeys() })),
  });
}
