"use client";

import type { KeyboardEvent } from "react";
import { type JourneyNode, labelOf } from "#journey";
import { focusFirst } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { updateNode } from "../document/edits.ts";
import { useActions } from "../state/context.tsx";
import { placeOfStep } from "../state/places.ts";

const LONGEST = 120;

/** What people read for the step, in any words; without one they read its name. */
export function LabelField({ node }: { node: JourneyNode }) {
  const { edit } = useActions();
  const change = (text: string) =>
    edit((canvas) => updateNode(canvas, node.id, { label: text.trim() === "" ? undefined : text }), {
      joinAs: `${node.id}.label`,
    });
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    focusFirst(placeOfStep(node.id));
  };
  return (
    <div data-field="label" className="px-4 pt-4">
      <Field label="Label" hint="On the canvas and in reports. Code and the API use the name below.">
        {(control) => (
          <Input
            {...control}
            data-label-field
            value={node.label ?? ""}
            placeholder={labelOf({ name: node.name })}
            maxLength={LONGEST}
            onChange={(event) => change(event.target.value)}
            onKeyDown={leave}
          />
        )}
      </Field>
    </div>
  );
}
