"use client";

import { CircleSlash2, Copy, Trash2 } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { isDisabled, isEnd, isEntry, type JourneyNode } from "#journey";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { Form } from "#ui/form";
import { FieldProblemsProvider } from "../forms/row.tsx";
import { useNodeForm } from "../forms/use-node-form.ts";
import { useStepCommands } from "../keyboard/use-step-commands.ts";
import { stepForms } from "../nodes/step-forms.ts";
import { stepKinds } from "../nodes/step-kinds.ts";
import { useStepProblems } from "../problems/use-step-problems.ts";
import { useEditor } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";
import { LabelField } from "./label-field.tsx";
import { NameField } from "./name-field.tsx";
import { NodeExits } from "./node-exits.tsx";
import { NodeProblems } from "./node-problems.tsx";
import { Panel, Section } from "./panel.tsx";
import { useJump } from "./use-jump.ts";

/** The open step: its form, its name, where it leads. */
export function NodePanel({ node }: { node: JourneyNode }) {
  const kind = stepKinds[node.type];
  const Icon = kind.icon(node.config);
  const Fields = stepForms[node.type];
  const panel = useRef<HTMLElement>(null);
  const form = useNodeForm(node);
  const problems = useStepProblems(node.id);
  const isRevealed = useEditor(({ revealed }) => revealed === "all" || revealed.has(node.id));
  const jump = useEditor((state) => state.jump);
  const { canEdit } = useJourneyInfo();
  const { duplicate, remove, disable } = useStepCommands();
  const fieldProblems = useMemo(() => ({ problems, isRevealed }), [problems, isRevealed]);
  useJump(panel, jump, node.id);
  useEffect(() => {
    if (isRevealed) void form.trigger();
  }, [isRevealed, form]);
  return (
    <Panel
      ref={panel}
      label="Step"
      title={kind.offers.find((offer) => offer.config?.contentType === node.config.contentType)?.title ?? kind.title}
      icon={
        <span className={cn("grid size-7 shrink-0 place-items-center rounded-md", kind.accent.tile)}>
          <Icon className="size-[15px]" aria-hidden />
        </span>
      }
      actions={
        canEdit ? (
          <>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label="Duplicate step"
              title="Duplicate (Ctrl+D)"
              onClick={() => duplicate([node.id])}
            >
              <Copy />
            </Button>
            {isEntry(node) || isEnd(node) ? null : (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label="Disable step"
                aria-pressed={node.disabled === true}
                title={node.disabled ? "Enable (D)" : "Disable (D): people pass through"}
                onClick={() => disable([node.id])}
              >
                <CircleSlash2 />
              </Button>
            )}
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label="Delete step"
              title="Delete (Del)"
              onClick={() => remove([node.id])}
            >
              <Trash2 />
            </Button>
          </>
        ) : null
      }
    >
      <fieldset disabled={!canEdit} className="min-w-0">
        {isDisabled(node) ? (
          <p className="border-b bg-muted px-4 py-2.5 text-muted-foreground text-ui">
            Disabled: people pass through this step at once.
          </p>
        ) : null}
        <NodeProblems problems={problems} />
        <LabelField node={node} />
        <Form {...form}>
          <FieldProblemsProvider value={fieldProblems}>
            <form
              className="grid gap-4 px-4 py-4"
              onSubmit={(event) => event.preventDefault()}
              aria-label="Settings of the step"
              noValidate
            >
              <Fields node={node} />
            </form>
          </FieldProblemsProvider>
        </Form>
        {isEnd(node) ? null : (
          <Section title="Leads to">
            <NodeExits node={node} />
          </Section>
        )}
        <div className="border-t px-4 py-4">
          <NameField node={node} />
        </div>
      </fieldset>
    </Panel>
  );
}
