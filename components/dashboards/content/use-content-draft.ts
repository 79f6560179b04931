"use client";
import { useEffect, useRef, useState } from "react";
import {
  ApiProblem,
  type Content,
  type ContentPatch,
  fieldOf,
  type OnEmpty,
  problemMessage,
  usePatchContent,
} from "#data";
import type { JsonObject } from "#journey";
import { toast } from "#ui/toaster";

export type ContentDraft = {
  name: string;
  slug: string;
  subject: string;
  html: string;
  text: string;
  body: JsonObject;
  onEmpty: OnEmpty;
  transactional: boolean;
  topicId: string | null;
};

const draftOf = ({
  name,
  slug,
  subject,
  html,
  text,
  body,
  onEmpty,
  transactional,
  topicId,
}: Content): ContentDraft => ({
  name,
  slug,
  subject: subject ?? "",
  html: html ?? "",
  text: text ?? "",
  body,
  onEmpty,
  transactional,
  topicId,
});

/** The edited item: its changes, saving (also by Ctrl+S), and the server's errors by field. */
export function useContentDraft(item: Content) {
  const [draft, setDraft] = useState(() => draftOf(item));
  const [refused, setRefused] = useState<Record<string, string>>({});
  const patch = usePatchContent(item.id);
  const saved = draftOf(item);
  const changes = Object.fromEntries(
    Object.entries(draft).filter(
      ([key, value]) => JSON.stringify(saved[key as keyof ContentDraft]) !== JSON.stringify(value),
    ),
  ) as ContentPatch;
  const dirty = Object.keys(changes).length > 0;
  const change = (part: Partial<ContentDraft>) => setDraft((previous) => ({ ...previous, ...part }));
  const save = async (): Promise<boolean> => {
    if (!dirty) return true;
    setRefused({});
    try {
      await patch.mutateAsync(changes);
      toast.success("Saved.");
      return true;
    } catch (error) {
      if (error instanceof ApiProblem)
        setRefused(Object.fromEntries(error.errors.map((entry) => [fieldOf(entry) ?? "", entry.message])));
      toast.error(problemMessage(error));
      return false;
    }
  };
  useSaveKey(save);
  return { draft, change, dirty, save, refused, saving: patch.isPending };
}

export type EditedContent = ReturnType<typeof useContentDraft>;

function useSaveKey(save: () => Promise<boolean>) {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
