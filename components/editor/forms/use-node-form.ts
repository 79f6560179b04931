"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import type * as z from "zod";
import { same } from "#drafts";
import { type JourneyNode, type JsonObject, nodeKinds } from "#journey";
import { updateNode } from "../document/edits.ts";
import { useEditorStore } from "../state/context.tsx";
import { fieldMessage } from "./messages.ts";
import { tidyConfig } from "./tidy-config.ts";

/** Values of a step's form: its config. */
export type StepValues = Record<string, unknown>;

/**
 * A form over a step's config. Input goes into the document at once, finished or not;
 * changes of the document (undo, another tab) update the form.
 */
export function useNodeForm(node: JourneyNode): UseFormReturn<StepValues> {
  const store = useEditorStore();
  const schema = nodeKinds[node.type].configSchema as z.ZodType<StepValues, StepValues>;
  const form = useForm<StepValues>({
    defaultValues: node.config,
    mode: "onChange",
    resolver: zodResolver(schema, { error: (issue) => fieldMessage(issue) }),
  });
  useEffect(() => {
    let touched: string | null = null;
    const write = (name: string) => {
      touched = null;
      const config = tidyConfig(structuredClone(form.getValues()));
      store.getState().edit(
        (canvas) => {
          const now = canvas.nodes.find((other) => other.id === node.id);
          return !now || same(now.config, config) ? canvas : updateNode(canvas, node.id, { config });
        },
        { joinAs: `${node.id}.${name}` },
      );
    };
    // One action may set several fields; these changes are one entry of the history.
    const watching = form.watch((_, { name }) => {
      if (name === undefined) return;
      if (touched === null) queueMicrotask(() => write(touched ?? name));
      touched = name;
    });
    return () => watching.unsubscribe();
  }, [form, node.id, store]);
  useEffect(() => {
    if (!same(tidyConfig(form.getValues() as JsonObject), tidyConfig(node.config))) form.reset(node.config);
  }, [form, node.config]);
  return form;
}
