"use client";

import { MessageSquare } from "lucide-react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useComments } from "#data";

/** Open threads by step; the empty key is the whole journey. */
type OpenComments = ReadonlyMap<string, number>;

const NONE: OpenComments = new Map();
const OpenCommentsContext = createContext<OpenComments>(NONE);

/** Counts the threads that are not resolved. Without an answer there are none. */
export function OpenCommentsProvider({ journeyId, children }: { journeyId: string; children: ReactNode }) {
  const { data } = useComments(journeyId);
  const open = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { nodeId, parentId, resolvedAt } of data ?? []) {
      if (parentId !== null || resolvedAt !== null) continue;
      counts.set(nodeId ?? "", (counts.get(nodeId ?? "") ?? 0) + 1);
    }
    return counts;
  }, [data]);
  return <OpenCommentsContext value={open}>{children}</OpenCommentsContext>;
}

/** All open threads of the journey. */
export function useOpenComments(): number {
  return [...useContext(OpenCommentsContext).values()].reduce((sum, count) => sum + count, 0);
}

/** How many open threads a step has, on its card. */
export function CommentBadge({ stepId }: { stepId: string }) {
  const count = useContext(OpenCommentsContext).get(stepId) ?? 0;
  if (count === 0) return null;
  return (
    <span className="comment-badge" data-comments={count}>
      <MessageSquare aria-hidden />
      {count}
      <span className="sr-only">{count === 1 ? " open comment" : " open comments"}</span>
    </span>
  );
}
