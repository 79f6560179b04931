"use client";
import type { ReactNode, RefObject } from "react";
import { type ContentFinding, useCanEdit, useContents } from "#data";
import type { Block } from "#mails";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";
import { Pick } from "../../rules/pick.tsx";
import type { InsertAtCursor } from "../code-field.tsx";
import { ImageFields } from "../images/image-fields.tsx";

export type BlockFormProps = {
  block: Block;
  insert: RefObject<InsertAtCursor | null>;
  findings: readonly ContentFinding[];
  base: string;
  onChange: (block: Block) => void;
};

/** The fields of one block. */
export function BlockForm({ block, insert, findings, base, onChange }: BlockFormProps) {
  const canEdit = useCanEdit();
  const saidOf = (field: string) => findings.find(({ pointer }) => pointer === `${base}/${field}`)?.message;
  const line = (
    field: string,
    label: string,
    value: string,
    write: (text: string) => Block,
    more: Partial<LineProps> = {},
  ) => (
    <Line
      label={label}
      value={value}
      error={saidOf(field)}
      insert={insert}
      onChange={(text) => onChange(write(text))}
      {...more}
    />
  );
  return (
    <fieldset disabled={!canEdit} className="grid min-w-0 gap-3">
      {fieldsOf(block, line, onChange, saidOf)}
      {"align" in block || block.type === "heading" || block.type === "text" || block.type === "button" ? (
        <AlignField block={block} onChange={onChange} />
      ) : null}
      {line("showIf", "Only if", block.showIf ?? "", (showIf) => withCondition(block, showIf), {
        hint: 'A condition such as traits.plan == "pro". Empty: everyone gets this block.',
        isCode: true,
      })}
    </fieldset>
  );
}

type WriteLine = (
  field: string,
  label: string,
  value: string,
  write: (text: string) => Block,
  more?: Partial<LineProps>,
) => ReactNode;

function fieldsOf(
  block: Block,
  line: WriteLine,
  onChange: (block: Block) => void,
  saidOf: (field: string) => string | undefined,
): ReactNode {
  switch (block.type) {
    case "heading":
      return line("text", "Text", block.text, (text) => ({ ...block, text }));
    case "text":
      return line("text", "Text", block.text, (text) => ({ ...block, text }), {
        rows: 6,
        hint: "**bold**, *italic*, [a link](https://…), lists with “- ”. An empty line begins a paragraph.",
      });
    case "button":
      return (
        <>
          {line("label", "Label", block.label, (label) => ({ ...block, label }))}
          {line("href", "Address", block.href, (href) => ({ ...block, href }), { isCode: true })}
        </>
      );
    case "image":
      return <ImageFields block={block} saidOf={saidOf} onChange={onChange} />;
    case "snippet":
      return (
        <SnippetField slug={block.slug} error={saidOf("slug")} onChange={(slug) => onChange({ ...block, slug })} />
      );
    case "html":
      return line("html", "HTML", block.html, (html) => ({ ...block, html }), { rows: 8, isCode: true });
    default:
      return null;
  }
}

function withCondition(block: Block, showIf: string): Block {
  const { showIf: _former, ...rest } = block;
  return showIf === "" ? rest : { ...rest, showIf };
}

function AlignField({ block, onChange }: AlignFieldProps) {
  if (block.type !== "heading" && block.type !== "text" && block.type !== "button" && block.type !== "image")
    return null;
  const initial = block.type === "image" ? "center" : "left";
  return (
    <div className="grid gap-1.5">
      <p className="font-medium text-ui">Align</p>
      <Pick
        label="Align"
        value={block.align ?? initial}
        options={{ left: "Left", center: "Centre", right: "Right" }}
        onChange={(next) => {
          const align = ALIGNS.find((one) => one === next);
          if (align) onChange({ ...block, align });
        }}
      />
    </div>
  );
}

type AlignFieldProps = { block: Block; onChange: (block: Block) => void };

const ALIGNS = ["left", "center", "right"] as const;

function SnippetField({
  slug,
  error,
  onChange,
}: {
  slug: string;
  error: string | undefined;
  onChange: (slug: string) => void;
}) {
  const snippets = useContents({ type: "snippet", limit: 100 }).data?.data ?? [];
  return (
    <div className="grid gap-1.5">
      <p className="font-medium text-ui">Snippet</p>
      <Pick
        label="Snippet"
        value={slug}
        placeholder={snippets.length === 0 ? "No snippets yet" : "Choose a snippet…"}
        options={Object.fromEntries(snippets.map((snippet) => [snippet.slug, snippet.name]))}
        onChange={onChange}
        className="w-full"
      />
      {error ? (
        <p role="alert" className="text-destructive-ink text-xs">
          {error}
        </p>
      ) : null}
    </div>
  );
}

type LineProps = {
  label: string;
  value: string;
  error: string | undefined;
  hint?: string;
  /** More than one makes a field of several lines. */
  rows?: number;
  isCode?: boolean;
  insert: RefObject<InsertAtCursor | null>;
  onChange: (text: string) => void;
};

function Line({ label, value, error, hint, rows = 1, isCode, insert, onChange }: LineProps) {
  const focus = (field: HTMLInputElement | HTMLTextAreaElement) => {
    insert.current = (text) => {
      field.focus();
      field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
      onChange(field.value);
      return true;
    };
  };
  const look = isCode ? "font-mono text-xs" : "";
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) =>
        rows > 1 ? (
          <Textarea
            {...control}
            rows={rows}
            value={value}
            className={look}
            onFocus={(event) => focus(event.target)}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input
            {...control}
            value={value}
            className={look}
            onFocus={(event) => focus(event.target)}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
