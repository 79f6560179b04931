"use client";

import { useEffect, useState } from "react";
import type { JourneyNode } from "#journey";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { updateNode } from "../document/edits.ts";
import { slug } from "../document/slug.ts";
import { useActions, useEditor } from "../state/context.tsx";

/** The step's name, used in the API, in reports and in other workspaces. */
export function NameField({ node }: { node: JourneyNode }) {
  const { edit } = useActions();
  const [text, setText] = useState(node.name);
  const isTaken = useEditor(({ canvas }) =>
    canvas.nodes.some((other) => other.id !== node.id && other.name === slug(text)),
  );
  useEffect(() => setText((now) => (slug(now) === node.name ? now : node.name)), [node.name]);
  const change = (written: string) => {
    setText(written);
    const name = slug(written);
    if (name !== "") edit((canvas) => updateNode(canvas, node.id, { name }), { joinAs: `${node.id}.name` });
  };
  const error = slug(text) === "" ? "A step needs a name" : isTaken ? "Another step has this name" : undefined;
  return (
    <div data-field="name">
      <Field label="Name of the step" error={error} hint="Unique in this journey. The API and receipts use it.">
        {(control) => (
          <Input
            {...control}
            data-name-field
            value={text}
            maxLength={120}
            spellCheck={false}
            onChange={(event) => change(event.target.value)}
            onBlur={() => setText(node.name)}
            className="font-mono text-xs"
          />
        )}
      </Field>
    </div>
  );
}
