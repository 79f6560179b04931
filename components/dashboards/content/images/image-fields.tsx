"use client";
import { ImageIcon } from "lucide-react";
import { useState } from "react";
import type { Block } from "#mails";
import { Button } from "#ui/button";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { ImagePicker } from "./image-picker.tsx";

type ImageFieldsProps = {
  block: Extract<Block, { type: "image" }>;
  saidOf: (field: string) => string | undefined;
  onChange: (block: Block) => void;
};

/** A picture: chosen or by its address, what it says, where it leads, how wide it is. */
export function ImageFields({ block, saidOf, onChange }: ImageFieldsProps) {
  const [isChoosing, setChoosing] = useState(false);
  const width = (written: string) => {
    const { width: _former, ...rest } = block;
    const pixels = Number.parseInt(written, 10);
    onChange(Number.isNaN(pixels) ? rest : { ...rest, width: pixels });
  };
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Picture" error={saidOf("src")} className="min-w-48 flex-1">
          {(control) => (
            <Input
              {...control}
              value={block.src}
              placeholder="https://…"
              className="font-mono text-xs"
              onChange={(event) => onChange({ ...block, src: event.target.value })}
            />
          )}
        </Field>
        <Button variant="outline" onClick={() => setChoosing(true)}>
          <ImageIcon aria-hidden /> Choose…
        </Button>
      </div>
      <Field label="Alt text" hint="What the picture says, for people who do not see it." error={saidOf("alt")}>
        {(control) => (
          <Input
            {...control}
            value={block.alt}
            disabled={block.decorative === true}
            onChange={(event) => onChange({ ...block, alt: event.target.value })}
          />
        )}
      </Field>
      <label htmlFor={`decorative-${block.id}`} className="flex items-center gap-2 text-ui">
        <Checkbox
          id={`decorative-${block.id}`}
          checked={block.decorative === true}
          onCheckedChange={(next) =>
            onChange({ ...block, decorative: next === true, ...(next === true ? { alt: "" } : {}) })
          }
        />
        It is decoration and says nothing
      </label>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Leads to" error={saidOf("href")}>
          {(control) => (
            <Input
              {...control}
              value={block.href ?? ""}
              placeholder="https://…"
              className="font-mono text-xs"
              onChange={(event) => onChange({ ...block, href: event.target.value })}
            />
          )}
        </Field>
        <Field label="Width in pixels" hint="Empty: as wide as its place." error={saidOf("width")}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={block.width ?? ""}
              onChange={(event) => width(event.target.value)}
            />
          )}
        </Field>
      </div>
      <ImagePicker
        open={isChoosing}
        onClose={() => setChoosing(false)}
        onPick={({ url, alt, width: pixels }) =>
          onChange({ ...block, src: url, alt: block.alt || alt, width: Math.min(552, Math.max(16, pixels)) })
        }
      />
    </>
  );
}
