"use client";

import { Equal } from "lucide-react";
import type { JourneyNode } from "#journey";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { percent, splitShare } from "../document/edge-text.ts";
import { updateEdge } from "../document/edits.ts";
import { edgesFrom, targetLabel } from "../document/graph.ts";
import { useActions, useEditor } from "../state/context.tsx";

/** The share of each path of a split; they are stored on its edges. */
export function SplitShares({ node }: { node: JourneyNode }) {
  const canvas = useEditor((state) => state.canvas);
  const { edit } = useActions();
  const edges = edgesFrom(canvas, node.id);
  const given = edges.filter((edge) => edge.weight !== null);
  const sum = given.reduce((total, edge) => total + (edge.weight ?? 0), 0);
  const set = (edgeId: string, text: string) => {
    const weight = text === "" ? null : Math.min(100, Math.max(0, Number(text)));
    if (weight === null || !Number.isNaN(weight))
      edit((now) => updateEdge(now, edgeId, { weight }), { joinAs: `${edgeId}.weight` });
  };
  const equal = () => edit((now) => edges.reduce((after, edge) => updateEdge(after, edge.id, { weight: null }), now));
  if (edges.length === 0)
    return (
      <p className="text-muted-foreground text-ui">
        Connect the split to two or more steps; their shares are set here.
      </p>
    );
  return (
    <div data-field="weight" className="grid gap-2">
      <p className="font-medium text-ui">Shares</p>
      {edges.map((edge) => (
        <div key={edge.id} className="flex items-center justify-between gap-3 text-ui">
          <span className="min-w-0 truncate">{edge.label || targetLabel(canvas, edge)}</span>
          <span className="flex items-center gap-1.5 text-muted-foreground">
            <Input
              aria-label={`Share of ${edge.label || targetLabel(canvas, edge)}`}
              type="number"
              min={0}
              max={100}
              step={0.1}
              value={edge.weight ?? ""}
              placeholder={percent(splitShare(edge, edges)).slice(0, -1)}
              onChange={(event) => set(edge.id, event.target.value)}
              className="w-20 text-right"
            />
            %
          </span>
        </div>
      ))}
      {given.length > 0 ? (
        <p className="flex items-center justify-between text-xs">
          <span
            className={
              Math.abs(sum - 100) < 0.05 && given.length === edges.length
                ? "text-muted-foreground"
                : "text-destructive-ink"
            }
          >
            Together {percent(sum)}
            {given.length < edges.length ? "; give all of them a share, or none" : ""}
          </span>
          <Button variant="ghost" size="sm" onClick={equal}>
            <Equal /> Equal shares
          </Button>
        </p>
      ) : (
        <p className="text-muted-foreground text-xs">Equal shares, until you set them.</p>
      )}
    </div>
  );
}
