"use client";
import { useCanEdit } from "#data";
import type { MailStyle } from "#mails";
import { Field } from "#ui/field";
import { Pick } from "../../rules/pick.tsx";

const COLOURS = [
  ["background", "Background", "#f4f4f5"],
  ["surface", "Surface", "#ffffff"],
  ["ink", "Text", "#18181b"],
  ["accent", "Links and buttons", "#4f46e5"],
] as const;

const FONTS = { sans: "Sans", serif: "Serif", mono: "Monospace" } as const;

/** Colours and font of a mail of blocks. */
export function StyleFields({ style, onChange }: { style: MailStyle; onChange: (style: MailStyle) => void }) {
  const canEdit = useCanEdit();
  const chooseFont = (next: string) => {
    const font = (["sans", "serif", "mono"] as const).find((one) => one === next);
    if (font) onChange({ ...style, font });
  };
  return (
    <details className="rounded-lg border bg-card shadow-raised">
      <summary className="rounded-lg px-4 py-2.5 font-medium text-ui">Colours and font</summary>
      <fieldset disabled={!canEdit} className="grid grid-cols-2 gap-4 border-t p-4">
        {COLOURS.map(([name, label, initial]) => (
          <Field key={name} label={label}>
            {(control) => (
              <input
                {...control}
                type="color"
                value={style[name] ?? initial}
                onChange={(event) => onChange({ ...style, [name]: event.target.value })}
                className="h-8 w-full rounded-md border border-input bg-card"
              />
            )}
          </Field>
        ))}
        <div className="grid gap-1.5">
          <p className="font-medium text-ui">Font</p>
          <Pick label="Font" value={style.font ?? "sans"} options={FONTS} onChange={chooseFont} className="w-full" />
        </div>
      </fieldset>
    </details>
  );
}
