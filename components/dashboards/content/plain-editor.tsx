"use client";
import { useCanEdit } from "#data";
import { Notice } from "#shell";
import { Field } from "#ui/field";
import { Textarea } from "#ui/textarea";
import { contentLabel } from "#words";
import type { EditorProps } from "./content-editor-page.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { useContentDraft } from "./use-content-draft.ts";

/** Editor for types other than email: name and text. */
export function PlainEditor({ item, stored }: EditorProps) {
  const edited = useContentDraft(item, stored);
  const { draft, change, refused } = edited;
  const canEdit = useCanEdit();
  const word = contentLabel(item.type);
  return (
    <EditorFrame item={item} edited={edited}>
      <div className="grid max-w-3xl gap-4 px-4 py-5 sm:px-6">
        <Notice tone="neutral">
          Sojourn does not send or show this type yet ({word}). A step that uses it is recorded for the person, and your
          own program can read it.
        </Notice>
        <Field label="Text" error={refused.text}>
          {(control) => (
            <Textarea
              {...control}
              readOnly={!canEdit}
              value={draft.text}
              rows={8}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
      </div>
    </EditorFrame>
  );
}
