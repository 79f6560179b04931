"use client";

import { MoveRight, Trash2, Waypoints } from "lucide-react";
import { useRef } from "react";
import { dividesPeople, type JourneyEdge, labelOf } from "#journey";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { removeParts, updateEdge } from "../document/edits.ts";
import { exitsOf, SPLIT_EXIT } from "../document/exits.ts";
import { nodeById } from "../document/graph.ts";
import { Choice } from "../forms/choice.tsx";
import { useStepProblems } from "../problems/use-step-problems.ts";
import { useActions, useEditor } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";
import { EdgeTriggerFields } from "./edge-trigger-fields.tsx";
import { NodeProblems } from "./node-problems.tsx";
import { Panel } from "./panel.tsx";
import { useJump } from "./use-jump.ts";

const EVERY_OTHER = "*";

/** The open edge: which exit it serves, its label, its share, and its trigger. */
export function EdgePanel({ edge }: { edge: JourneyEdge }) {
  const panel = useRef<HTMLElement>(null);
  const { edit, open } = useActions();
  const canvas = useEditor((state) => state.canvas);
  const jump = useEditor((state) => state.jump);
  const problems = useStepProblems(edge.id);
  const { canEdit } = useJourneyInfo();
  const source = nodeById(canvas, edge.sourceNodeId);
  const target = nodeById(canvas, edge.targetNodeId);
  const isSplit = source !== undefined && dividesPeople(source);
  const exits = source ? exitsOf(source, canvas).filter((exit) => exit.key !== SPLIT_EXIT) : [];
  const set = (fields: Partial<JourneyEdge>, field: string) =>
    edit((now) => updateEdge(now, edge.id, fields), { joinAs: `${edge.id}.${field}` });
  useJump(panel, jump, edge.id);
  return (
    <Panel
      ref={panel}
      label="Edge"
      title="Edge"
      icon={<Waypoints className="size-4 text-muted-foreground" aria-hidden />}
      actions={
        canEdit ? (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Delete edge"
            title="Delete (Del)"
            onClick={() => edit((now) => removeParts(now, new Set(), new Set([edge.id])))}
          >
            <Trash2 />
          </Button>
        ) : null
      }
    >
      <fieldset disabled={!canEdit} className="min-w-0">
        <NodeProblems problems={problems} />
        <div className="flex items-center gap-2 px-4 pt-4 text-ui">
          {[source, target].map((node, index) => (
            <span key={node?.id ?? index} className="contents">
              {index === 1 ? <MoveRight className="size-4 shrink-0 text-muted-foreground" aria-label="to" /> : null}
              <Button
                variant="outline"
                size="sm"
                className="min-w-0 flex-1 truncate"
                onClick={() => node && open({ kind: "node", id: node.id })}
              >
                <span className="truncate">{node ? labelOf(node) : "?"}</span>
              </Button>
            </span>
          ))}
        </div>
        <div className="grid gap-4 px-4 py-4">
          {exits.length > 1 || (edge.branch !== null && !isSplit) ? (
            <div data-field="branch">
              <Field label="Leaves by" hint="“Every other exit” serves all exits that have no edge of their own.">
                {(control) => (
                  <Choice
                    {...control}
                    value={edge.branch ?? EVERY_OTHER}
                    options={[
                      ...exits.map((exit) => ({ value: exit.key, label: exit.label })),
                      { value: EVERY_OTHER, label: "Every other exit" },
                    ]}
                    onChange={(branch) => set({ branch: branch === EVERY_OTHER ? null : branch }, "branch")}
                  />
                )}
              </Field>
            </div>
          ) : null}
          <Field label="Label">
            {(control) => (
              <Input
                {...control}
                value={edge.label ?? ""}
                maxLength={255}
                onChange={(event) => set({ label: event.target.value || null }, "label")}
              />
            )}
          </Field>
          {isSplit ? (
            <WeightField edge={edge} onChange={(weight) => set({ weight }, "weight")} />
          ) : (
            <EdgeTriggerFields edge={edge} />
          )}
        </div>
      </fieldset>
    </Panel>
  );
}

function WeightField({ edge, onChange }: { edge: JourneyEdge; onChange: (weight: number | null) => void }) {
  return (
    <div data-field="weight">
      <Field label="Share of people, in percent" hint="Empty on all edges of a split: equal shares.">
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            max={100}
            step={0.1}
            value={edge.weight ?? ""}
            onChange={(event) =>
              onChange(event.target.value === "" ? null : Math.min(100, Math.max(0, event.target.valueAsNumber)))
            }
            className="w-28"
          />
        )}
      </Field>
    </div>
  );
}
