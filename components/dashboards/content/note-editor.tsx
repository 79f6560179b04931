"use client";
import { addressKinds, isConsentChannel } from "#consent";
import { useCanEdit } from "#data";
import { Notice } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";
import { AudienceField } from "../consent/audience-field.tsx";
import type { EditorProps } from "./content-editor-page.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { OnEmptyField } from "./on-empty-field.tsx";
import { SmsCounter } from "./sms-counter.tsx";
import { useContentDraft } from "./use-content-draft.ts";
import { VariablesList } from "./variables-list.tsx";

/** A message of plain text; a push message has a title, and an SMS costs by its length. */
export function NoteEditor({ item, stored }: EditorProps) {
  const edited = useContentDraft(item, stored);
  const { draft, change, refused } = edited;
  const canEdit = useCanEdit();
  const isPush = item.type === "push";
  const isSms = item.type === "sms";
  return (
    <EditorFrame item={item} edited={edited}>
      <fieldset disabled={!canEdit} className="grid w-full min-w-0 max-w-3xl gap-5 px-4 py-5 sm:px-6">
        <Notice tone="neutral">
          Until a provider is set up, these messages are stored under Deliveries and not sent.{" "}
          {isConsentChannel(item.type) ? `They go to ${addressKinds[item.type].goesTo}.` : null}
        </Notice>
        {isPush ? (
          <Field label="Title" error={refused.subject}>
            {(aria) => (
              <Input {...aria} value={draft.subject} onChange={(event) => change({ subject: event.target.value })} />
            )}
          </Field>
        ) : null}
        <Field label="Text" hint={isSms ? <SmsCounter text={draft.text} /> : undefined} error={refused.text}>
          {(aria) => (
            <Textarea
              {...aria}
              value={draft.text}
              rows={6}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
        <AudienceField item={item} />
        <OnEmptyField value={draft.onEmpty} error={refused.onEmpty} onChange={(onEmpty) => change({ onEmpty })} />
        <VariablesList />
      </fieldset>
    </EditorFrame>
  );
}
