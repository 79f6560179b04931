"use client";
import { useState } from "react";
import { EDITORS, type Editor } from "#mails";
import { Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";

type EditorSwitchProps = { editor: Editor; withBlocks: boolean; onSwitch: (to: Editor) => void };

const NAMES: Readonly<Record<Editor, string>> = { html: "HTML", mjml: "MJML", blocks: "Blocks" };

/** What happens to what is written, by where it goes. */
const SAID: Readonly<Record<Editor, (from: Editor) => string>> = {
  html: (from) =>
    `The ${NAMES[from]} is replaced by the HTML that was made of it. It cannot be turned into ${NAMES[from]} again; published versions keep theirs.`,
  mjml: (from) =>
    from === "html"
      ? "The HTML becomes one text in a new MJML source."
      : "The blocks are replaced by one text with the HTML that was made of them, and cannot be turned into blocks again.",
  blocks: (from) =>
    from === "html"
      ? "The HTML becomes one HTML block; add other blocks around it. It is not taken apart."
      : "The MJML becomes one HTML block with the HTML that was made of it, and cannot be turned into MJML again.",
};

/** Changes what the body is written in, after saying what that does. */
export function EditorSwitch({ editor, withBlocks, onSwitch }: EditorSwitchProps) {
  const [asked, setAsked] = useState<Editor | null>(null);
  const offered = EDITORS.filter((one) => withBlocks || one !== "blocks");
  return (
    <>
      <ToggleGroup
        type="single"
        aria-label="Write in"
        value={editor}
        onValueChange={(next) => setAsked(offered.find((one) => one === next && one !== editor) ?? null)}
      >
        {offered.map((one) => (
          <ToggleGroupItem key={one} value={one}>
            {NAMES[one]}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      <AlertDialog open={asked !== null} onOpenChange={(open) => (open ? undefined : setAsked(null))}>
        <AlertDialogContent>
          <Question
            title={`Write this email in ${asked ? NAMES[asked] : ""}?`}
            text={asked ? SAID[asked](editor) : ""}
            confirm={`Change to ${asked ? NAMES[asked] : ""}`}
            onConfirm={() => {
              if (asked) onSwitch(asked);
              setAsked(null);
            }}
          />
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}
