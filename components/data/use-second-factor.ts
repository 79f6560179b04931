"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import { getSecondFactor } from "./second-factor.ts";
import type { Passkey } from "./types/index.ts";

export function useSecondFactor() {
  return useQuery({ queryKey: keys.secondFactor, queryFn: getSecondFactor });
}

export function usePasskeys() {
  return useQuery({
    queryKey: keys.passkeys,
    queryFn: async ({ signal }) => (await api.get<One<Passkey[]>>("/api/auth/passkeys", { signal })).data,
  });
}

/** Reads again what a change of the own factors touches. */
export function useFactorsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    for (const queryKey of [keys.me, keys.secondFactor, keys.passkeys]) await client.invalidateQueries({ queryKey });
  };
}
