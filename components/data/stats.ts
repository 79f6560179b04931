"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { One } from "./answers.ts";
import { address, api } from "./client.ts";
import { followStream, type LiveState } from "./follow-stream.ts";
import { keys } from "./keys.ts";
import type { JourneyStats, LiveHop, MessageFigures, TimeseriesDay } from "./types/index.ts";

const FEED_LENGTH = 100;

/** Counts of one version, or of all together. */
export function useStats(journeyId: string, version: number | null = null, enabled = true) {
  return useQuery({
    queryKey: keys.stats(journeyId, version),
    queryFn: async ({ signal }) => {
      const query = { version };
      return (await api.get<One<JourneyStats>>(`/api/journeys/${journeyId}/stats`, { query, signal })).data;
    },
    enabled,
  });
}

/** The results of the messages of each step. */
export function useMessageFigures(journeyId: string, version: number | null = null) {
  return useQuery({
    queryKey: [...keys.stats(journeyId, version), "messages"],
    queryFn: async ({ signal }) => {
      const query = { version };
      return (await api.get<One<MessageFigures[]>>(`/api/journeys/${journeyId}/messages`, { query, signal })).data;
    },
    refetchInterval: 10_000,
  });
}

/**
 * Follows the journey, or one version of it, over SSE while mounted: stats land in the cache of `useStats`, hops in the
 * feed, newest first.
 */
export function useLive(
  journeyId: string,
  version: number | null = null,
  enabled = true,
): { state: LiveState; hops: LiveHop[] } {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const [hops, setHops] = useState<LiveHop[]>([]);
  useEffect(() => {
    if (!enabled) return;
    const close = followStream(address(`/api/journeys/${journeyId}/live`, { version }), setState, (source) => {
      source.addEventListener("stats", (event) => {
        // An answer still on its way is older than this one, and would replace it until the next change.
        void client.cancelQueries({ queryKey: keys.stats(journeyId, version), exact: true });
        client.setQueryData(keys.stats(journeyId, version), JSON.parse(event.data) as JourneyStats);
      });
      source.addEventListener("hop", (event) => {
        const answer = JSON.parse(event.data) as LiveHop | LiveHop[];
        const fresh = Array.isArray(answer) ? answer : [answer];
        setHops((previous) => [...fresh.reverse(), ...previous].slice(0, FEED_LENGTH));
      });
    });
    return () => {
      close();
      setState("connecting");
      setHops([]);
    };
  }, [client, journeyId, version, enabled]);
  return { state, hops };
}

export function useTimeseries(journeyId: string, days: number) {
  return useQuery({
    queryKey: keys.timeseries(journeyId, days),
    queryFn: async ({ signal }) =>
      (await api.get<One<TimeseriesDay[]>>(`/api/journeys/${journeyId}/timeseries`, { query: { days }, signal })).data,
    refetchInterval: 60_000,
  });
}
