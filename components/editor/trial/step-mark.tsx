"use client";

import { useEditor } from "../state/context.tsx";

/** The classes of a step or edge while a trial run is drawn. */
export function useMarkClass(kind: "nodes" | "edges", id: string): string {
  return useEditor(({ marks }) => {
    if (!marks) return "";
    return marks[kind].get(id)?.isLit ? "is-lit" : "is-aside";
  });
}

/** The number of a trial run on a step. */
export function StepMark({ nodeId }: { nodeId: string }) {
  const mark = useEditor(({ marks }) => marks?.nodes.get(nodeId));
  if (!mark?.text) return null;
  return (
    <span className={mark.isLit ? "step-mark" : "step-mark is-quiet"} title={mark.title} data-mark={mark.text}>
      {mark.text}
    </span>
  );
}

/** The number of a trial run on an edge. */
export function LinkMark({ edgeId }: { edgeId: string }) {
  const text = useEditor(({ marks }) => marks?.edges.get(edgeId)?.text ?? null);
  return text === null ? null : <span className="link-mark">{text}</span>;
}
