"use client";

import { useFormContext } from "react-hook-form";
import { holdoutEdge, type JourneyNode, SPLIT_MIN_SAMPLE, SPLIT_MIN_SHARE } from "#journey";
import { Input } from "#ui/input";
import { edgesFrom, targetLabel } from "../document/graph.ts";
import { useEditor } from "../state/context.tsx";
import { Choice } from "./choice.tsx";
import { Row } from "./row.tsx";
import { shown } from "./text-row.tsx";
import type { StepValues } from "./use-node-form.ts";

const NOBODY = "nobody";
const ALLOCATIONS = [
  { value: "fixed", label: "Fixed shares" },
  { value: "thompson", label: "Learned: more people to better paths" },
];

/** The control path, if there is one. */
export function SplitHoldout({ node }: { node: JourneyNode }) {
  const canvas = useEditor((state) => state.canvas);
  const edges = edgesFrom(canvas, node.id).filter((edge) => edge.trigger === null);
  const options = edges.map((edge) => ({
    value: edge.id,
    label: edge.label || targetLabel(canvas, edge),
  }));
  return (
    <Row
      name="holdout"
      label="Holdout"
      hint="People on this path are the control group: other paths are compared with it, and its share is never adjusted."
    >
      {({ value, onChange, ...field }) => (
        <Choice
          {...field}
          value={holdoutEdge(value, edges)?.id ?? (shown(value) || NOBODY)}
          onChange={(next) => onChange(next === NOBODY ? undefined : next)}
          options={[{ value: NOBODY, label: "No holdout" }, ...withLost(options, shown(value), edges)]}
        />
      )}
    </Row>
  );
}

/** A holdout whose path was removed stays visible, so that it can be changed. */
function withLost(
  options: readonly { value: string; label: string }[],
  value: string,
  edges: Parameters<typeof holdoutEdge>[1],
) {
  const isLost = value !== "" && holdoutEdge(value, edges) === null;
  return isLost ? [...options, { value, label: "A removed path" }] : options;
}

/** Fixed or learned shares, and the settings for learning. */
export function SplitLearning() {
  const { watch } = useFormContext<StepValues>();
  return (
    <>
      <Row
        name="allocation"
        label="How shares are set"
        hint="Learned shares change once an hour, by Thompson sampling on the goal."
      >
        {({ value, onChange, ...field }) => (
          <Choice
            {...field}
            value={value ?? "fixed"}
            onChange={(next) => onChange(next === "fixed" ? undefined : next)}
            options={ALLOCATIONS}
          />
        )}
      </Row>
      {watch("allocation") === "thompson" ? (
        <div className="grid grid-cols-2 gap-3">
          <Amount
            name="minSample"
            label="Minimum people"
            usual={SPLIT_MIN_SAMPLE}
            step={1}
            hint="On every path, before shares change."
          />
          <Amount name="minShare" label="Minimum share, %" usual={SPLIT_MIN_SHARE} step={0.1} hint="Of every path." />
        </div>
      ) : null}
    </>
  );
}

type AmountProps = { name: string; label: string; usual: number; step: number; hint: string };

function Amount({ name, label, usual, step, hint }: AmountProps) {
  return (
    <Row name={name} label={label} hint={hint}>
      {({ value, onChange, ...field }) => (
        <Input
          {...field}
          type="number"
          min={step === 1 ? 1 : 0}
          step={step}
          value={shown(value)}
          placeholder={String(usual)}
          onChange={(event) => onChange(event.target.value === "" ? undefined : Number(event.target.value))}
        />
      )}
    </Row>
  );
}
