"use client";

import { useEditor } from "../state/context.tsx";

/** Classes a step or an edge gets while a run on trial is drawn. */
export function useMarkClass(kind: "nodes" | "edges", id: string): string {
  return useEditor(({ marks }) => {
    if (!marks) return "";
    return marks[kind].get(id)?.isLit ? "is-lit" : "is-aside";
  });
}

/** The number a run on trial put on a step. */
export function StepMark({ nodeId }: { nodeId: string }) {
  const mark = useEditor(({ marks }) => marks?.nodes.get(nodeId));
  if (!mark?.text) return null;
  return (
    <span className={mark.isLit ? "step-mark" : "step-mark is-quiet"} title={mark.title} data-mark={mark.text}>
      {mark.text}
    </span>
  );
}

/** The number a run on trial put on an edge. */
export function LinkMark({ edgeId }: { edgeId: string }) {
  const text = useEditor(({ marks }) => marks?.edges.get(edgeId)?.text ?? null);
  return text === null ? null : <span className="link-mark">{text}</span>;
}
