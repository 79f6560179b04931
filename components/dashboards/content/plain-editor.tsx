"use client";
import { type Content, useCanEdit } from "#data";
import { Notice } from "#shell";
import { Field } from "#ui/field";
import { Textarea } from "#ui/textarea";
import { EditorHeader } from "./editor-header.tsx";
import { UnsavedDialog } from "./unsaved-dialog.tsx";
import { useContentDraft } from "./use-content-draft.ts";
import { useUnsavedGuard } from "./use-unsaved-guard.ts";
import { CONTENT_WORDS } from "./words.ts";

/** Editor for types other than email: name and text. */
export function PlainEditor({ item }: { item: Content }) {
  const { draft, change, dirty, save, saving, refused } = useContentDraft(item);
  const guard = useUnsavedGuard(dirty);
  const canEdit = useCanEdit();
  const word = CONTENT_WORDS[item.type] ?? item.type;
  return (
    <div className="flex min-h-full flex-col">
      <EditorHeader
        item={item}
        draft={draft}
        dirty={dirty}
        saving={saving}
        refused={refused}
        onChange={change}
        onSave={save}
      />
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
      <UnsavedDialog href={guard.heldHref} busy={saving} onStay={guard.stay} onSave={save} />
    </div>
  );
}
