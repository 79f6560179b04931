"use client";
import { Send } from "lucide-react";
import { useState } from "react";
import { type ContentPreview, useCanEdit, useContentPreview } from "#data";
import { Button } from "#ui/button";
import { AudienceField } from "../consent/audience-field.tsx";
import type { EditorProps } from "./content-editor-page.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { LanguagesBar } from "./languages-bar.tsx";
import { LetterForm } from "./letter-form.tsx";
import { MailDetails } from "./mail-details.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import { TestSendDialog } from "./test-send-dialog.tsx";
import { useContentDraft } from "./use-content-draft.ts";
import { useLastGood } from "./use-last-good.ts";
import { usePause } from "./use-pause.ts";

/** Limits rendering on the server to a few requests a second instead of one per key press. */
const PAUSE_MS = 300;

/** An email, or a part that emails share: written on the left, previewed for one person on the right. */
export function EmailEditor({ item, stored, isDrawer = false }: EditorProps) {
  const edited = useContentDraft(item, stored);
  const { draft, change } = edited;
  const [personId, setPersonId] = useState<string | null>(null);
  const [language, setLanguage] = useState<string | null>(null);
  const [isTesting, setTesting] = useState(false);
  const canEdit = useCanEdit();
  const { subject, html, text, mail } = usePause(draft, PAUSE_MS);
  const shown = { type: item.type, subject, html, text, mail, personId, language: language ?? mail?.language ?? null };
  const preview = useContentPreview(shown, canEdit);
  const { good, isOld } = useLastGood(preview.data);
  const isEmail = item.type === "email";
  const test = async () => {
    if (await edited.save()) setTesting(true);
  };
  return (
    <EditorFrame
      item={item}
      edited={edited}
      isDrawer={isDrawer}
      actions={
        isEmail && canEdit ? (
          <Button variant="outline" onClick={() => void test()}>
            <Send aria-hidden /> Send test
          </Button>
        ) : null
      }
    >
      <div className="grid flex-1 items-start gap-6 px-4 py-5 sm:px-6 xl:grid-cols-2">
        <div className="grid min-w-0 gap-4">
          {isEmail ? (
            <LanguagesBar
              mail={draft.mail}
              language={language}
              onLanguage={setLanguage}
              onChange={(next) => change({ mail: next })}
            />
          ) : null}
          <LetterForm
            key={language ?? ""}
            item={item}
            edited={edited}
            language={language}
            preview={preview.data}
            rendered={renderedOf(good)}
          />
          {isEmail ? <AudienceField item={item} /> : null}
          {isEmail ? <MailDetails draft={draft} onChange={change} refused={edited.refused} /> : null}
        </div>
        <PreviewPane
          preview={good}
          current={preview.data}
          isOld={isOld}
          error={preview.error}
          canPreview={canEdit}
          personId={personId}
          onPerson={setPersonId}
        />
      </div>
      <TestSendDialog
        item={item}
        personId={personId}
        language={language}
        open={isTesting}
        onClose={() => setTesting(false)}
      />
    </EditorFrame>
  );
}

const renderedOf = (preview: ContentPreview | undefined): string => preview?.made ?? "";
