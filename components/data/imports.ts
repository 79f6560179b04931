"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { ColumnTarget, JourneyImport, PeopleImport } from "./types/index.ts";

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

export type PeopleImportInput = { csv: string; columns?: Record<string, ColumnTarget>; dryRun?: boolean };

/** Imports a part of a list of people. */
export async function importPeople(input: PeopleImportInput): Promise<PeopleImport> {
  return (await api.post<One<PeopleImport>>("/api/people/import", input)).data;
}

/** Refetches the people that pages show. */
export function useRefreshPeople() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["people"] });
}
