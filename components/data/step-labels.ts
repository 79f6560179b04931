"use client";

import { useMemo } from "react";
import { labelOf, readableName } from "#journey";
import { useJourney } from "./journeys.ts";
import type { JourneyStats } from "./types/index.ts";

/** What people read for a step: the label that the draft gives it, else its name in readable form. */
export type StepLabel = (step: { nodeId?: string | null | undefined; name: string }) => string;

/** The labels of a journey's steps, for pages that show figures or people of any version. */
export function useStepLabels(journeyId: string): StepLabel {
  const nodes = useJourney(journeyId).data?.nodes;
  return useMemo(() => {
    const byId = new Map(nodes?.map((node) => [node.id, node]));
    const byName = new Map(nodes?.map((node) => [node.name, node]));
    return ({ nodeId, name }) => {
      const node = (nodeId ? byId.get(nodeId) : undefined) ?? byName.get(name);
      return node ? labelOf(node) : readableName(name);
    };
  }, [nodes]);
}

/** The same figures, with the steps called by what people read for them. */
export function useLabelledStats<Stats extends JourneyStats | undefined>(journeyId: string, stats: Stats): Stats {
  const labelOfStep = useStepLabels(journeyId);
  return useMemo(
    () => stats && { ...stats, nodes: stats.nodes.map((node) => ({ ...node, name: labelOfStep(node) })) },
    [stats, labelOfStep],
  );
}
