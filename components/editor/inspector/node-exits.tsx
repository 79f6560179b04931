"use client";

import { Plus, Settings2, X } from "lucide-react";
import { isEntry, type JourneyEdge, type JourneyNode, labelOf } from "#journey";
import { keepFocus } from "#shell";
import { Button } from "#ui/button";
import { edgeText } from "../document/edge-text.ts";
import { connect, reconnect, removeParts } from "../document/edits.ts";
import { branchOf, edgesByExit, exitsOf, SPLIT_EXIT } from "../document/exits.ts";
import { Choice } from "../forms/choice.tsx";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { useActions, useEditor } from "../state/context.tsx";

/** Where a step leads, exit by exit: connecting, changing and deleting edges without the mouse. */
export function NodeExits({ node }: { node: JourneyNode }) {
  const canvas = useEditor((state) => state.canvas);
  const byExit = edgesByExit(node, canvas);
  const exits = exitsOf(node, canvas);
  const lost = canvas.edges.filter(
    (edge) => edge.sourceNodeId === node.id && ![...byExit.values()].some((edges) => edges.includes(edge)),
  );
  return (
    <div className="grid gap-3">
      {exits.map((exit) => {
        const edges = byExit.get(exit.key) ?? [];
        const isCovered =
          edges.length === 0 &&
          exits.length > 1 &&
          canvas.edges.some((edge) => edge.sourceNodeId === node.id && branchOf(edge, exits) === null);
        return (
          <div key={exit.key} className="grid gap-1.5" data-field={`exits.${exit.key}`}>
            {exits.length > 1 ? <p className="text-ui">{exit.label}</p> : null}
            {edges.map((edge) => (
              <EdgeLine key={edge.id} edge={edge} />
            ))}
            {isCovered ? <p className="text-muted-foreground text-xs">Served by the edge “Every other exit”.</p> : null}
            {edges.length === 0 || exit.key === SPLIT_EXIT ? (
              <NewEdgeLine node={node} exit={exit.key} label={exit.label} />
            ) : null}
          </div>
        );
      })}
      {lost.map((edge) => (
        <EdgeLine key={edge.id} edge={edge} />
      ))}
    </div>
  );
}

function useStepOptions(without: readonly string[] = []) {
  const nodes = useEditor((state) => state.canvas.nodes);
  return nodes
    .filter((node) => !isEntry(node) && !without.includes(node.id))
    .map((node) => ({ value: node.id, label: labelOf(node) }));
}

function EdgeLine({ edge }: { edge: JourneyEdge }) {
  const options = useStepOptions();
  const text = useEditor((state) => edgeText(edge, state.canvas));
  const { edit, open } = useActions();
  const move = (target: string) =>
    edit((canvas) => reconnect(canvas, edge.id, { source: edge.sourceNodeId, exit: edge.branch, target }));
  return (
    <div className="flex items-center gap-1">
      <Choice
        aria-label={text === "" ? "Next step" : `Next step, ${text}`}
        value={edge.targetNodeId}
        options={options}
        onChange={move}
      />
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Edge settings"
        title="Label, branch and trigger"
        onClick={() => open({ kind: "edge", id: edge.id })}
      >
        <Settings2 />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Delete edge"
        onClick={() => edit((canvas) => removeParts(canvas, new Set(), new Set([edge.id])))}
      >
        <X />
      </Button>
    </div>
  );
}

function NewEdgeLine({ node, exit, label }: { node: JourneyNode; exit: string; label: string }) {
  const options = useStepOptions([node.id]);
  const { edit } = useActions();
  const openMenu = useStepMenu();
  const join = (target: string) => {
    edit((canvas) => connect(canvas, { source: node.id, exit, target }));
    // The list is gone after the choice; the new edge takes its place.
    keepFocus(`[data-inspector] [data-field="${CSS.escape(`exits.${exit}`)}"] [role=combobox]`);
  };
  return (
    <div className="flex items-center gap-1">
      <Choice
        aria-label={`Connect ${label.toLowerCase()} to`}
        value=""
        options={options}
        placeholder={options.length === 0 ? "No other steps yet" : "Connect to a step…"}
        onChange={join}
      />
      <Button
        variant="outline"
        size="icon"
        aria-label={`New step after ${label.toLowerCase()}`}
        title="New step"
        onClick={(event) =>
          openMenu(
            {
              x: event.currentTarget.getBoundingClientRect().left,
              y: event.currentTarget.getBoundingClientRect().bottom,
            },
            { kind: "exit", source: node.id, exit },
          )
        }
      >
        <Plus />
      </Button>
    </div>
  );
}
