"use client";
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
import { useMemo } from "react";
import { cn } from "#ui/cn";

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
  ".cm-liquid": { color: "var(--primary-ink)", fontWeight: "500" },
});

const setup = {
  foldGutter: false,
  highlightSelectionMatches: false,
  syntaxHighlighting: false,
  closeBrackets: false,
  autocompletion: true,
};

type CodeEditorProps = {
  id: string;
  label: string;
  language: "html" | "text";
  value: string;
  invalid: boolean;
  describedBy: string | undefined;
  onChange: (value: string) => void;
  className?: string;
};

export default function CodeEditor({
  id,
  label,
  language,
  value,
  invalid,
  describedBy,
  onChange,
  className,
}: CodeEditorProps) {
  const extensions = useMemo(() => {
    const attributes = {
      id,
      "aria-label": label,
      "aria-multiline": "true",
      tabindex: "0",
      ...(describedBy ? { "aria-describedby": describedBy } : {}),
      ...(invalid ? { "aria-invalid": "true" } : {}),
    };
    const liquid = marked(/\{\{.*?\}\}|\{%.*?%\}/g, "cm-liquid");
    const common = [look, EditorView.lineWrapping, EditorView.contentAttributes.of(attributes), liquid];
    return language === "html"
      ? [...common, html({ autoCloseTags: true }), marked(/<\/?[a-zA-Z][\w-]*|\/?>/g, "cm-tag")]
      : common;
  }, [id, label, language, invalid, describedBy]);
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
        extensions={extensions}
        basicSetup={setup}
        theme="none"
        indentWithTab={false}
        height="100%"
        className="h-full"
      />
    </div>
  );
}
