"use client";
import { Plus } from "lucide-react";
import type { TemplateWords } from "#data";
import { toast } from "#ui/toaster";
import { EXAMPLES } from "./words.ts";

type VariablesListProps = {
  words?: TemplateWords | undefined;
  /** Puts a variable where the cursor is; false: there is none. */
  onInsert?: (code: string) => boolean;
};

/** The variables of a template; a click inserts one at the cursor, or copies it where there is none. */
export function VariablesList({ words, onInsert }: VariablesListProps) {
  const use = async (code: string) => {
    if (onInsert?.(code)) return;
    await navigator.clipboard.writeText(code);
    toast.success("Copied.");
  };
  const verb = onInsert ? "Insert" : "Copy";
  const named = (words?.variables ?? []).map(({ name, text }) => ({ code: `{{ ${name} }}`, text }));
  return (
    <details className="rounded-lg border bg-card shadow-raised">
      <summary className="rounded-lg px-4 py-2.5 font-medium text-ui">Variables</summary>
      <ul className="max-h-80 divide-y overflow-y-auto border-t">
        {[...named, ...EXAMPLES].map(({ code, text }) => (
          <li key={code} className="flex items-center gap-3 px-4 py-1.5">
            <code className="min-w-0 flex-1 break-words font-mono text-primary-ink text-xs">{code}</code>
            <span className="hidden flex-1 text-muted-foreground text-xs sm:block">{text}</span>
            <button
              type="button"
              aria-label={`${verb} ${code}`}
              // The cursor stays where it is.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void use(code)}
              className="rounded-sm p-1 text-muted-foreground hover:bg-accent hover:text-foreground"
            >
              <Plus aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      <p className="border-t px-4 py-2.5 text-muted-foreground text-xs leading-5">
        Properties of the trigger’s event are available only if the step in the journey maps them to a variable.
      </p>
    </details>
  );
}
