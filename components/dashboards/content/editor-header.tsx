"use client";
import { type Content, useCanEdit } from "#data";
import { BackLink } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Kbd } from "#ui/kbd";
import { contentLabel } from "#words";
import type { ContentDraft } from "./use-content-draft.ts";

type EditorHeaderProps = {
  item: Content;
  draft: ContentDraft;
  dirty: boolean;
  saving: boolean;
  refused: Record<string, string>;
  onChange: (part: Partial<ContentDraft>) => void;
  onSave: () => Promise<boolean>;
};

/** Name and slug of a content item, and saving it. */
export function EditorHeader({ item, draft, dirty, saving, refused, onChange, onSave }: EditorHeaderProps) {
  const canEdit = useCanEdit();
  return (
    <header className="sticky top-0 z-10 grid gap-2 border-b bg-background px-4 py-3 sm:px-6">
      <BackLink href="/content">All content</BackLink>
      <div className="flex flex-wrap items-end gap-3">
        <h1 className="sr-only">{item.name}</h1>
        <Field label="Name" error={refused.name} className="min-w-48 flex-1 sm:max-w-80">
          {(control) => (
            <Input
              {...control}
              value={draft.name}
              readOnly={!canEdit}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="Slug" error={refused.slug} className="min-w-40 flex-1 sm:max-w-60">
          {(control) => (
            <Input
              {...control}
              value={draft.slug}
              readOnly={!canEdit}
              onChange={(event) => onChange({ slug: event.target.value })}
              className="font-mono text-xs"
            />
          )}
        </Field>
        <Badge variant="outline" className="mb-1.5">
          {contentLabel(item.type)}
        </Badge>
        <div className="ml-auto flex items-center gap-3">
          <p aria-live="polite" className="text-muted-foreground text-xs">
            {dirty ? "Unsaved changes" : "Saved"}
          </p>
          {canEdit ? (
            <Button disabled={!dirty} busy={saving} onClick={() => void onSave()}>
              Save <Kbd className="border-transparent bg-transparent text-current max-md:hidden">Ctrl S</Kbd>
            </Button>
          ) : null}
        </div>
      </div>
    </header>
  );
}
