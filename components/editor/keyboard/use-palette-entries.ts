"use client";

import { useEffect } from "react";
import { labelOf } from "#journey";
import { offerToPalette } from "#shell";
import { stepKinds } from "../nodes/step-kinds.ts";
import { useEditorStore } from "../state/context.tsx";
import { commands, spellKeys } from "./commands.ts";
import { goToStep } from "./find-step.tsx";
import type { RunCommand } from "./use-commands.tsx";

/** Offers the steps of the journey and the commands of the editor to Ctrl+K while the editor is open. */
export function usePaletteEntries(canEdit: boolean, run: RunCommand): void {
  const store = useEditorStore();
  useEffect(
    () =>
      offerToPalette(() => [
        {
          heading: "Steps",
          entries: store.getState().canvas.nodes.map((node) => ({
            key: `step ${node.id}`,
            title: labelOf(node),
            words: `${node.name} ${stepKinds[node.type].title} step`,
            icon: stepKinds[node.type].icon(node.config),
            onPick: () => goToStep(store, node.id),
          })),
        },
        {
          heading: "Commands",
          entries: commands
            .filter((command) => !command.isLocal && (canEdit || !command.edits))
            .map(({ id, title, words = "", keys }) => ({
              key: `command ${id}`,
              title,
              words: `${words} command`,
              hint: keys[0] ? spellKeys(keys[0]) : "",
              onPick: () => run(id, { stepId: store.getState().focusedId }),
            })),
        },
      ]),
    [store, run, canEdit],
  );
}
