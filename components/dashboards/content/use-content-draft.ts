"use client";
import { useEffect, useRef, useState } from "react";
import {
  ApiProblem,
  type Content,
  fieldOf,
  type OnEmpty,
  problemMessage,
  type ContentDraft as StoredDraft,
  saveContentDraft,
  useDiscardContentDraft,
  usePublishContent,
} from "#data";
import type { JsonObject } from "#journey";
import type { MailDesign } from "#mails";
import { toast } from "#ui/toaster";

export type ContentDraft = {
  name: string;
  subject: string;
  html: string;
  text: string;
  body: JsonObject;
  mail: MailDesign | null;
  onEmpty: OnEmpty;
};

type Stored = Pick<Content, "name" | "subject" | "html" | "text" | "body" | "mail" | "onEmpty">;

const draftOf = ({ name, subject, html, text, body, mail, onEmpty }: Stored): ContentDraft => ({
  name,
  subject: subject ?? "",
  html: html ?? "",
  text: text ?? "",
  body,
  mail,
  onEmpty,
});

const differences = (from: ContentDraft, to: ContentDraft): Partial<ContentDraft> =>
  Object.fromEntries(
    Object.entries(to).filter(
      ([key, value]) => JSON.stringify(from[key as keyof ContentDraft]) !== JSON.stringify(value),
    ),
  );

export type SaveState = "saved" | "editing" | "saving" | "failed";

const PAUSE_MS = 600;

/** The edited item: its draft, which saves itself, and publishing it. */
export function useContentDraft(item: Content, stored: StoredDraft | null) {
  const [draft, setDraft] = useState(() => draftOf(stored ?? item));
  const saving = useDraftSaving(item.id, draft, stored);
  const publishing = usePublishContent(item.id);
  const discarding = useDiscardContentDraft(item.id);
  const looked = useRef(item.revision);
  const change = (part: Partial<ContentDraft>) => setDraft((previous) => ({ ...previous, ...part }));
  const publish = async (): Promise<boolean> => {
    if (!(await saving.save())) return false;
    const edit = saving.edit.current;
    if (edit === null) return true;
    try {
      const { data, warnings } = await publishing.mutateAsync({ revision: looked.current, edit });
      looked.current = data.revision;
      saving.forget();
      toast.success(warnings.length === 0 ? "Published." : `Published, with ${warnings.length} warnings.`);
      return true;
    } catch (error) {
      saving.refuse(error);
      toast.error(problemMessage(error));
      return false;
    }
  };
  const discard = async () => {
    await discarding.mutateAsync();
    saving.forget(draftOf(item));
    setDraft(draftOf(item));
  };
  return {
    draft,
    change,
    publish,
    discard,
    save: saving.save,
    state: saving.state,
    refused: saving.refused,
    hasDraft: saving.hasDraft,
    publishing: publishing.isPending,
    /** Another revision was published since the draft began. */
    isBehind: stored !== null && stored.baseRevision < item.revision && looked.current === item.revision,
  };
}

export type EditedContent = ReturnType<typeof useContentDraft>;

/** Saves changes a moment after the last one, one request at a time; Ctrl+S saves at once. */
function useDraftSaving(id: string, draft: ContentDraft, stored: StoredDraft | null) {
  const [state, setState] = useState<SaveState>("saved");
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [hasDraft, setHasDraft] = useState(stored !== null);
  const edit = useRef(stored?.edit ?? null);
  const present = useRef(draft);
  const kept = useRef(draft);
  const running = useRef<Promise<boolean> | null>(null);
  present.current = draft;
  const refuse = (error: unknown) => {
    if (error instanceof ApiProblem)
      setRefused(Object.fromEntries(error.errors.map((entry) => [fieldOf(entry) ?? "", entry.message])));
  };
  const saveNow = async (): Promise<boolean> => {
    for (;;) {
      const wanted = present.current;
      const changes = differences(kept.current, wanted);
      if (Object.keys(changes).length === 0) break;
      setState("saving");
      try {
        edit.current = (await saveContentDraft(id, changes, edit.current)).edit;
        kept.current = wanted;
        setHasDraft(true);
        setRefused({});
      } catch (error) {
        refuse(error);
        setState("failed");
        toast.error(problemMessage(error));
        return false;
      }
    }
    setState("saved");
    return true;
  };
  const save = (): Promise<boolean> => {
    running.current ??= saveNow().finally(() => {
      running.current = null;
    });
    return running.current;
  };
  /** There is no draft any more; what was typed meanwhile begins another one. */
  const forget = (as: ContentDraft = kept.current) => {
    edit.current = null;
    kept.current = as;
    setHasDraft(false);
    setRefused({});
    setState("saved");
  };
  useSaving(draft, kept.current, save, setState);
  return { state, refused, hasDraft, edit, save, forget, refuse };
}

function useSaving(
  draft: ContentDraft,
  kept: ContentDraft,
  save: () => Promise<boolean>,
  setState: (state: SaveState) => void,
) {
  const latest = useRef(save);
  latest.current = save;
  const isDirty = Object.keys(differences(kept, draft)).length > 0;
  useEffect(() => {
    if (!isDirty) return;
    setState("editing");
    // The draft is named, so that each change starts the pause again.
    const timer = setTimeout(() => void latest.current(), draft ? PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [draft, isDirty, setState]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onKey);
      // What was typed just before a link was followed.
      void latest.current();
    };
  }, []);
}
