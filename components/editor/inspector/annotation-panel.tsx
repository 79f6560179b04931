"use client";

import { Group, StickyNote, Trash2, X } from "lucide-react";
import { type Annotation, type CanvasGroup, labelOf } from "#journey";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Textarea } from "#ui/textarea";
import { joinGroup, leaveGroup, updateAnnotation } from "../document/annotations.ts";
import { useStepCommands } from "../keyboard/use-step-commands.ts";
import { useActions, useEditor } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";
import { Panel, Section } from "./panel.tsx";

const LONGEST_LABEL = 120;
const LONGEST_NOTE = 5_000;

/** The open note or group. */
export function AnnotationPanel({ one }: { one: Annotation }) {
  const { canEdit } = useJourneyInfo();
  const { edit } = useActions();
  const { remove } = useStepCommands();
  const isNote = one.kind === "note";
  const change = (fields: { text: string } | { label: string }) =>
    edit((canvas) => updateAnnotation(canvas, one.id, fields), { joinAs: `${one.id}.text` });
  const Icon = isNote ? StickyNote : Group;
  const removes = isNote ? "Delete note" : "Ungroup";
  return (
    <Panel
      label={isNote ? "Note" : "Group"}
      title={isNote ? "Note" : "Group"}
      icon={<Icon className="size-4 text-muted-foreground" aria-hidden />}
      actions={
        canEdit ? (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={removes}
            title={`${removes} (Del)`}
            onClick={() => remove([one.id])}
          >
            <Trash2 />
          </Button>
        ) : null
      }
    >
      <fieldset disabled={!canEdit} className="min-w-0">
        <div className="px-4 py-4">
          {isNote ? (
            <Field label="Text" hint="For the people who edit this journey. It changes nothing for people inside.">
              {(control) => (
                <Textarea
                  {...control}
                  data-note-text
                  rows={6}
                  value={one.text}
                  maxLength={LONGEST_NOTE}
                  onChange={(event) => change({ text: event.target.value })}
                />
              )}
            </Field>
          ) : (
            <Field label="Label" hint="The steps of a group move together.">
              {(control) => (
                <Input
                  {...control}
                  data-label-field
                  value={one.label}
                  placeholder="Group"
                  maxLength={LONGEST_LABEL}
                  onChange={(event) => change({ label: event.target.value })}
                />
              )}
            </Field>
          )}
        </div>
        {isNote ? null : <Members group={one} canEdit={canEdit} />}
      </fieldset>
    </Panel>
  );
}

function Members({ group, canEdit }: { group: CanvasGroup; canEdit: boolean }) {
  const nodes = useEditor((state) => state.canvas.nodes);
  const { edit } = useActions();
  const inside = nodes.filter(({ id }) => group.nodeIds.includes(id));
  const outside = nodes.filter(({ id }) => !group.nodeIds.includes(id));
  return (
    <Section title="Steps">
      <ul className="grid gap-1">
        {inside.map((step) => (
          <li key={step.id} className="flex items-center gap-2 text-ui">
            <span className="min-w-0 flex-1 truncate">{labelOf(step)}</span>
            {canEdit ? (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Take ${labelOf(step)} out of the group`}
                title="Take out of the group"
                onClick={() => edit((canvas) => leaveGroup(canvas, step.id))}
              >
                <X />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {canEdit && outside.length > 0 ? (
        <Select value="" onValueChange={(id) => edit((canvas) => joinGroup(canvas, group.id, id))}>
          <SelectTrigger aria-label="Add a step to the group">
            <SelectValue placeholder="Add a step…" />
          </SelectTrigger>
          <SelectContent>
            {outside.map((step) => (
              <SelectItem key={step.id} value={step.id}>
                {labelOf(step)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      ) : null}
    </Section>
  );
}
