"use client";

import { nodeKinds } from "#journey";
import { useEditor } from "../state/context.tsx";
import { Choice } from "./choice.tsx";
import { Row } from "./row.tsx";

const NONE = "none";

/** Whose offer a message shows: one of the decisions of this journey. Not shown where nothing decides. */
export function ResultRow({ value: shown }: { value: unknown }) {
  const nodes = useEditor(({ canvas }) => canvas.nodes);
  const names = nodes
    .filter(({ type }) => nodeKinds[type].decides)
    .map(({ name, config }) => (typeof config.storeResultAs === "string" ? config.storeResultAs : name));
  if (names.length === 0 && shown === undefined) return null;
  return (
    <Row
      name="resultSource"
      label="Shows the offer of"
      hint="The template can use offer.name and offer.properties. Without content of its own, the message sends the offer’s creative; people without an offer skip it."
    >
      {({ value, onChange, ref: _ref, ...field }) => {
        const written = typeof value === "string" && value !== "" ? value : NONE;
        const known = [...new Set([...names, ...(written === NONE ? [] : [written])])];
        return (
          <Choice
            {...field}
            value={written}
            onChange={(next) => onChange(next === NONE ? undefined : next)}
            options={[{ value: NONE, label: "No decision" }, ...known.map((name) => ({ value: name, label: name }))]}
          />
        );
      }}
    </Row>
  );
}
