"use client";
import { Copy } from "lucide-react";
import { toast } from "#ui/toaster";
import { VARIABLES } from "./words.ts";

/** The variables of a template; a click copies one. */
export function VariablesList() {
  const copy = async (code: string) => {
    await navigator.clipboard.writeText(code);
    toast.success("Copied.");
  };
  return (
    <details className="rounded-lg border bg-card shadow-raised">
      <summary className="rounded-lg px-4 py-2.5 font-medium text-ui">Variables</summary>
      <ul className="divide-y border-t">
        {VARIABLES.map(({ code, text }) => (
          <li key={code} className="flex items-center gap-3 px-4 py-1.5">
            <code className="min-w-0 flex-1 break-words font-mono text-primary-ink text-xs">{code}</code>
            <span className="hidden flex-1 text-muted-foreground text-xs sm:block">{text}</span>
            <button
              type="button"
              aria-label={`Copy ${code}`}
              onClick={() => void copy(code)}
              className="rounded-sm p-1 text-muted-foreground hover:bg-accent hover:text-foreground"
            >
              <Copy aria-hidden className="size-3.5" />
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
