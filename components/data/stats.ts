"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { One } from "./answers.ts";
import { address, api } from "./client.ts";
import { followStream, type LiveState } from "./follow-stream.ts";
import { keys } from "./keys.ts";
import type { JourneyStats, LiveHop, MessageFigures, Operation, StepTimes, TimeseriesDay } from "./types/index.ts";

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

export type TimeseriesQuery = ({ days: number } | { from: string; to: string }) & {
  granularity?: "day" | "week" | "month";
};

export function useTimeseries(journeyId: string, query: TimeseriesQuery, enabled = true) {
  return useQuery({
    queryKey: keys.timeseries(journeyId, query),
    queryFn: async ({ signal }) =>
      (await api.get<One<TimeseriesDay[]>>(`/api/journeys/${journeyId}/timeseries`, { query, signal })).data,
    refetchInterval: 60_000,
    enabled,
  });
}

/** How long people stay at a step, and who has waited at least so many seconds; idle without a step. */
export function useStepTimes(journeyId: string, nodeId: string | null, longerThan: number) {
  return useQuery({
    queryKey: [...keys.stats(journeyId), "times", nodeId, longerThan],
    queryFn: async ({ signal }) => {
      const path = `/api/journeys/${journeyId}/nodes/${nodeId}/times`;
      return (await api.get<One<StepTimes>>(path, { query: { longerThan }, signal })).data;
    },
    enabled: nodeId !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

export type ReleaseInput = { action: "skip" | "move" | "exit"; toNodeId?: string; longerThan: number };

/** Ends the waits of people at a step. */
export function useRelease(journeyId: string, nodeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: ReleaseInput) => {
      const path = `/api/journeys/${journeyId}/nodes/${nodeId}/release`;
      return (await api.post<One<{ operation: Operation }>>(path, input)).data.operation;
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.stats(journeyId).slice(0, -1) });
      await client.invalidateQueries({ queryKey: keys.enrollments(journeyId) });
      await client.invalidateQueries({ queryKey: ["operations"] });
    },
  });
}
