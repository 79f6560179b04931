"use client";
import type { ReactNode } from "react";
import { useState } from "react";
import { ApiProblem, type Content, fieldOf, problemMessage, useCanEdit, usePatchContent } from "#data";
import { BackLink } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { contentLabel } from "#words";
import { ContentMenu } from "./content-menu.tsx";
import type { EditedContent, SaveState } from "./use-content-draft.ts";

type EditorHeaderProps = {
  item: Content;
  edited: EditedContent;
  isDrawer: boolean;
  isBlocked: boolean;
  children: ReactNode;
};

/** Name and slug of a content item, the state of its draft, and what is done with it. */
export function EditorHeader({ item, edited, isDrawer, isBlocked, children }: EditorHeaderProps) {
  const { draft, change, refused, hasDraft, publishing, publish } = edited;
  const canEdit = useCanEdit();
  return (
    <header className="z-10 grid gap-2 sm:sticky sm:top-0 border-b bg-background px-4 py-3 sm:px-6">
      {isDrawer ? null : <BackLink href="/content">All content</BackLink>}
      <div className="flex flex-wrap items-end gap-3">
        {isDrawer ? null : <h1 className="sr-only">{item.name}</h1>}
        <Field label="Name" error={refused.name} className="min-w-48 flex-1 sm:max-w-80">
          {(control) => (
            <Input
              {...control}
              value={draft.name}
              readOnly={!canEdit}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        {isDrawer ? null : <SlugField item={item} />}
        <Badge variant="outline" className="mb-1.5">
          {contentLabel(item.type)}
        </Badge>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          <p aria-live="polite" className="text-muted-foreground text-xs">
            {STATES[edited.state] ?? (hasDraft ? "Draft saved; not published" : `Published, revision ${item.revision}`)}
          </p>
          {children}
          {isDrawer ? null : <ContentMenu item={item} edited={edited} />}
          {canEdit ? (
            <Button
              disabled={isBlocked || (!hasDraft && edited.state === "saved")}
              busy={publishing}
              onClick={() => void publish()}
            >
              Publish
            </Button>
          ) : null}
        </div>
      </div>
    </header>
  );
}

const STATES: Readonly<Partial<Record<SaveState, string>>> = {
  editing: "Editing…",
  saving: "Saving…",
  failed: "Not saved",
};

/** The slug is what others name the item by, so it has no draft; it is saved when the field is left. */
function SlugField({ item }: { item: Content }) {
  const canEdit = useCanEdit();
  const patch = usePatchContent(item.id);
  const [slug, setSlug] = useState(item.slug);
  const [error, setError] = useState<string>();
  const save = async () => {
    if (slug === item.slug) return setError(undefined);
    try {
      await patch.mutateAsync({ slug });
      setError(undefined);
    } catch (problem) {
      const found = problem instanceof ApiProblem ? problem.errors.find((entry) => fieldOf(entry) === "slug") : null;
      setError(found?.message ?? problemMessage(problem));
    }
  };
  return (
    <Field label="Slug" error={error} className="min-w-40 flex-1 sm:max-w-60">
      {(control) => (
        <Input
          {...control}
          value={slug}
          readOnly={!canEdit}
          onChange={(event) => setSlug(event.target.value)}
          onBlur={() => void save()}
          className="font-mono text-xs"
        />
      )}
    </Field>
  );
}
