import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { TemplateWords } from "#data";

/** What is open before the cursor: an output, a filter of it, or the name of a tag. */
export function openAt(before: string): { kind: "variable" | "filter" | "tag"; from: number } | null {
  const output = before.lastIndexOf("{{");
  const tag = before.lastIndexOf("{%");
  const open = Math.max(output, tag);
  if (open === -1) return null;
  const inside = before.slice(open + 2);
  if (inside.includes(open === output ? "}}" : "%}")) return null;
  const word = /[\w.[\]"-]*$/.exec(inside)?.[0] ?? "";
  const from = before.length - word.length;
  const ahead = inside.slice(0, inside.length - word.length).trimEnd();
  if (/(?:^|[^|])\|$/.test(ahead)) return { kind: "filter", from };
  if (open === tag && ahead.replace(/^-/, "") === "") return { kind: "tag", from };
  return { kind: "variable", from };
}

const KINDS = { "built-in": "keyword", workspace: "constant", trait: "property", step: "variable" } as const;

/** Completion of variables, filters and tags at the cursor. */
export function completionOf(words: TemplateWords) {
  const variables: Completion[] = words.variables.map(({ name, text, kind }) => {
    return { label: name, detail: text, type: KINDS[kind] };
  });
  const filters: Completion[] = words.filters.map((label) => ({ label, type: "function" }));
  const tags: Completion[] = words.tags.map((label) => ({ label, type: "keyword" }));
  const lists = { variable: variables, filter: filters, tag: tags };
  return (context: CompletionContext): CompletionResult | null => {
    const open = openAt(context.state.sliceDoc(Math.max(0, context.pos - 2_000), context.pos));
    if (open === null) return null;
    const start = Math.max(0, context.pos - 2_000);
    return { from: start + open.from, options: lists[open.kind], validFor: /^[\w.[\]"-]*$/ };
  };
}
