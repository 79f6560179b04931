"use client";
import { autocompletion } from "@codemirror/autocomplete";
import { html } from "@codemirror/lang-html";
import CodeMirror, {
  Decoration,
  type DecorationSet,
  EditorView,
  type Extension,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from "@uiw/react-codemirror";
import { type RefObject, useMemo } from "react";
import type { TemplateWords } from "#data";
import { cn } from "#ui/cn";
import type { InsertAtCursor } from "./code-field.tsx";
import { completionOf } from "./template-completion.ts";

/** Highlights Liquid and tags by pattern: Liquid may occur anywhere in HTML, also where an HTML grammar would fail. */
function marked(pattern: RegExp, className: string): Extension {
  const matcher = new MatchDecorator({ regexp: pattern, decoration: Decoration.mark({ class: className }) });
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = matcher.createDeco(view);
      }
      update(update: ViewUpdate) {
        this.decorations = matcher.updateDeco(update, this.decorations);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

const look = EditorView.theme({
  "&": { fontSize: "0.8125rem", backgroundColor: "var(--card)", color: "var(--card-foreground)" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": { fontFamily: "var(--font-mono)", padding: "0.75rem 0", caretColor: "var(--foreground)" },
  ".cm-line": { padding: "0 0.75rem" },
  ".cm-gutters": { backgroundColor: "var(--card)", color: "var(--muted-foreground)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in oklch, var(--muted) 60%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--foreground)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in oklch, var(--primary) 22%, transparent) !important",
  },
  ".cm-tag": { color: "var(--success-ink)" },
  ".cm-unknown": { textDecoration: "underline wavy var(--destructive)", textUnderlineOffset: "3px" },
  ".cm-tooltip": {
    backgroundColor: "var(--popover)",
    color: "var(--popover-foreground)",
    border: "1px solid var(--border)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--accent-foreground)",
  },
  ".cm-completionDetail": { color: "var(--muted-foreground)", fontStyle: "normal" },
  ".cm-liquid": { color: "var(--primary-ink)", fontWeight: "500" },
});

const setup = {
  foldGutter: false,
  highlightSelectionMatches: false,
  syntaxHighlighting: false,
  closeBrackets: false,
  autocompletion: false,
};

type CodeEditorProps = {
  id: string;
  label: string;
  language: "html" | "text";
  value: string;
  invalid: boolean;
  describedBy: string | undefined;
  readOnly: boolean;
  words: TemplateWords | undefined;
  unknown: readonly string[];
  insert: RefObject<InsertAtCursor | null>;
  onChange: (value: string) => void;
  className?: string;
};

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Marks the unknown variables where they stand. */
const unknownMarks = (unknown: readonly string[]): Extension =>
  unknown.length === 0
    ? []
    : marked(new RegExp(`(?<![\\w.])(?:${unknown.map(escaped).join("|")})(?![\\w])`, "g"), "cm-unknown");

export default function CodeEditor({
  id,
  label,
  language,
  value,
  invalid,
  describedBy,
  readOnly,
  words,
  unknown,
  insert,
  onChange,
  className,
}: CodeEditorProps) {
  const named = unknown.join("\n");
  const completion = useMemo(
    () => [
      autocompletion({ override: [words ? completionOf(words) : () => null], icons: false }),
      unknownMarks(named === "" ? [] : named.split("\n")),
    ],
    [words, named],
  );
  const extensions = useMemo(() => {
    const attributes = {
      id,
      "aria-label": label,
      "aria-multiline": "true",
      ...(readOnly ? { "aria-readonly": "true" } : {}),
      tabindex: "0",
      ...(describedBy ? { "aria-describedby": describedBy } : {}),
      ...(invalid ? { "aria-invalid": "true" } : {}),
    };
    const liquid = marked(/\{\{.*?\}\}|\{%.*?%\}/g, "cm-liquid");
    const common = [look, EditorView.lineWrapping, EditorView.contentAttributes.of(attributes), liquid];
    return language === "html"
      ? [...common, html({ autoCloseTags: true }), marked(/<\/?[a-zA-Z][\w-]*|\/?>/g, "cm-tag")]
      : common;
  }, [id, label, language, invalid, describedBy, readOnly]);
  const ready = (view: EditorView) => {
    insert.current = (text) => {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
      return true;
    };
  };
  return (
    <div
      className={cn(
        "overflow-hidden rounded-md border border-input bg-card shadow-raised focus-within:border-ring focus-within:ring-3 focus-within:ring-ring/25",
        invalid && "border-destructive",
        className,
      )}
    >
      <CodeMirror
        value={value}
        onChange={onChange}
        extensions={[...extensions, ...completion]}
        readOnly={readOnly}
        onCreateEditor={ready}
        basicSetup={setup}
        theme="none"
        indentWithTab={false}
        height="100%"
        className="h-full"
      />
    </div>
  );
}
