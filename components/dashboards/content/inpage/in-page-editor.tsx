"use client";
import { ExternalLink, Redo2, Undo2 } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useCanEdit, useDocumentPreview, useTemplateWords, useWorkspace } from "#data";
import {
  checkDocument,
  type DocumentFinding,
  type InPageType,
  isInPageType,
  listAt,
  mainLanguage,
  type Path,
  pointerOf,
  withValue,
  writtenLanguages,
} from "#inpage";
import type { JsonObject } from "#journey";
import { workspaceLanguages } from "#mails";
import { Button } from "#ui/button";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { useUndo } from "../blocks/use-undo.ts";
import type { InsertAtCursor } from "../code-field.tsx";
import type { EditorProps } from "../content-editor-page.tsx";
import { EditorFrame } from "../editor-frame.tsx";
import { useContentDraft } from "../use-content-draft.ts";
import { usePause } from "../use-pause.ts";
import { VariablesList } from "../variables-list.tsx";
import { DocumentLanguages } from "./document-languages.tsx";
import { type Editing, EditingProvider } from "./editing.tsx";
import { InPagePreview } from "./in-page-preview.tsx";
import { PageDialog } from "./page-dialog.tsx";
import { wordsOf } from "./parts.ts";
import { RuleFields } from "./rule-fields.tsx";
import { ThemeFields } from "./theme-fields.tsx";
import { TypeForm } from "./type-form.tsx";
import { UsedIn } from "./used-in.tsx";

const PAUSE_MS = 300;

/** Content in pages: written on the left, shown by the real code on the right. */
export function InPageEditor({ item, stored, isDrawer = false }: EditorProps) {
  const type = isInPageType(item.type) ? item.type : "modal";
  const edited = useContentDraft(item, stored);
  const { draft, change } = edited;
  const canEdit = useCanEdit();
  const wanted = workspaceLanguages(useWorkspace().data?.settings ?? {});
  const { editing, setLanguage, step, undo, redo } = useEditor(type, draft.body, wanted, (body) => change({ body }));
  const [personId, setPersonId] = useState<string | null>(null);
  const shown = usePause(draft.body, PAUSE_MS);
  const languages = editing.languages.length > 1 ? [editing.language] : [];
  const preview = useDocumentPreview({ type, body: shown, personId, languages }, canEdit);
  const [asked, setAsked] = useState<Path | "draft" | null>(null);
  const seeOnPage = async () => {
    if (await edited.save()) setAsked("draft");
  };
  const last = useRef<JsonObject | null>(null);
  last.current = preview.data?.document ?? last.current;
  const words = useTemplateWords(item.id).data;
  return (
    <EditorFrame
      item={item}
      edited={edited}
      isDrawer={isDrawer}
      actions={
        canEdit ? (
          <Button variant="outline" onClick={() => void seeOnPage()}>
            <ExternalLink aria-hidden /> See it on your page
          </Button>
        ) : null
      }
    >
      <EditingProvider value={{ ...editing, onPick: setAsked }}>
        <div className="grid flex-1 grid-cols-1 items-start gap-6 px-4 py-5 sm:px-6 xl:grid-cols-2">
          <UndoKeys undo={undo} redo={redo}>
            <DocumentLanguages wanted={wanted} onLanguage={setLanguage} onBody={(body) => editing.change([], body)} />
            <fieldset disabled={!canEdit} className="min-w-0">
              <legend className="sr-only">{draft.name}</legend>
              <Tabs defaultValue="content">
                <TabsList>
                  <TabsTrigger value="content">Content</TabsTrigger>
                  <TabsTrigger value="rules">When it is shown</TabsTrigger>
                  <TabsTrigger value="theme">Look</TabsTrigger>
                </TabsList>
                <TabsContent value="content" className="grid grid-cols-1 gap-4 pt-3">
                  <TypeForm type={type} />
                  <VariablesList words={words} onInsert={(code) => editing.insert.current?.(code) ?? false} />
                </TabsContent>
                <TabsContent value="rules" className="pt-3">
                  <RuleFields />
                </TabsContent>
                <TabsContent value="theme" className="pt-3">
                  <ThemeFields />
                </TabsContent>
              </Tabs>
            </fieldset>
            {isDrawer ? null : <UsedIn contentId={item.id} />}
          </UndoKeys>
          <InPagePreview
            type={type}
            preview={preview.data}
            document={last.current}
            findings={together(editing.findings, preview.data?.findings ?? [])}
            step={step}
            error={preview.error}
            canPreview={canEdit}
            personId={personId}
            onPerson={setPersonId}
          />
        </div>
      </EditingProvider>
      <PageDialog
        contentId={item.id}
        mode={asked === null ? null : asked === "draft" ? "show" : "pick"}
        onPicked={({ target }) => (asked === null || asked === "draft" ? undefined : editing.change(asked, target))}
        onClose={() => setAsked(null)}
      />
    </EditorFrame>
  );
}

/** The document that is edited, the language and the step that are looked at, and undoing. */
function useEditor(type: InPageType, body: JsonObject, wanted: readonly string[], onBody: (body: JsonObject) => void) {
  const canEdit = useCanEdit();
  const insert = useRef<InsertAtCursor | null>(null);
  const [chosen, setLanguage] = useState<string | null>(null);
  const [step, onStep] = useState<string | null>(null);
  const { change: store, undo, redo } = useUndo(body, onBody);
  const main = mainLanguage(body, wanted[0]);
  const languages = writtenLanguages(body, main);
  const language = chosen !== null && languages.includes(chosen) ? chosen : main;
  const wantedNames = wanted.join();
  const findings = useMemo(
    () => checkDocument(type, body, wantedNames === "" ? [] : wantedNames.split(",")),
    [type, body, wantedNames],
  );
  // A language that was just added is not in the rendered body yet, and neither is a body of the same moment.
  const present = useRef(body);
  present.current = body;
  const editing: Editing = {
    ...{ type, body, findings, language, languages, canEdit, insert, onStep },
    change: (path, value) => {
      const next = withValue(present.current, path, value);
      present.current = next;
      store(next, path.length === 0 || typeof value === "object" ? null : pointerOf(path));
    },
  };
  const isThere = listAt(body, ["steps"]).some((one) => wordsOf(one, "id") === step);
  return { editing, setLanguage, step: isThere ? step : null, undo, redo };
}

/** What the server found besides, such as Liquid that does not parse. */
function together(
  own: readonly DocumentFinding[],
  found: readonly { pointer: string; severity: "error" | "warning"; message: string; line: number | null }[],
): DocumentFinding[] {
  const known = new Set(own.map(({ pointer, message }) => `${pointer} ${message}`));
  const more = found.flatMap(({ pointer, severity, message, line }): DocumentFinding[] => {
    const place = pointer.replace(/^\/body/, "");
    if (known.has(`${place} ${message}`) || line === null) return [];
    return [{ level: severity, code: "bad_template", pointer: place, message: `Line ${line}: ${message}` }];
  });
  return [...own, ...more];
}

type UndoKeysProps = { undo: () => void; redo: () => void; children: React.ReactNode };

function UndoKeys({ undo, redo, children }: UndoKeysProps) {
  const canEdit = useCanEdit();
  const onKey = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || !canEdit || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields inside
    <div className="grid min-w-0 gap-4" onKeyDown={onKey}>
      {canEdit ? (
        <div className="flex flex-wrap items-center gap-1">
          <Button variant="ghost" size="icon" aria-label="Undo" title="Undo (Ctrl Z)" onClick={undo}>
            <Undo2 />
          </Button>
          <Button variant="ghost" size="icon" aria-label="Redo" title="Redo (Ctrl Shift Z)" onClick={redo}>
            <Redo2 />
          </Button>
          <p className="text-muted-foreground text-xs max-sm:hidden">
            Alt ↑ and Alt ↓ move what has the focus, Delete removes it.
          </p>
        </div>
      ) : null}
      {children}
    </div>
  );
}
