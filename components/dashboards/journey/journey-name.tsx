"use client";
import { type KeyboardEvent, useState } from "react";
import { type Journey, problemMessage, useCanEdit, usePatchJourney } from "#data";
import { Input } from "#ui/input";
import { toast } from "#ui/toaster";
import { isEditableHere } from "../journeys/source-words.ts";

/** The heading; a click or Enter on it turns it into a field. Enter or leaving the field saves, Esc discards. */
export function JourneyName({ journey }: { journey: Journey }) {
  const [draft, setDraft] = useState<string | null>(null);
  const isMember = useCanEdit();
  const canEdit = isMember && isEditableHere(journey);
  const patch = usePatchJourney(journey.id);
  const save = () => {
    const name = draft?.trim();
    setDraft(null);
    if (!name || name === journey.name) return;
    patch.mutate(
      { name },
      {
        // The typed text returns to the field, so that an unreachable server loses nothing.
        onError: (error) => {
          setDraft(name);
          toast.error(problemMessage(error));
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Enter") save();
    if (event.key === "Escape") setDraft(null);
  };
  if (draft !== null) {
    return (
      <Input
        aria-label="Name of the journey"
        className="w-72 max-w-full font-semibold text-sm"
        value={draft}
        maxLength={255}
        ref={(field) => field?.focus()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
    );
  }
  const name = patch.isPending && patch.variables.name ? patch.variables.name : journey.name;
  return (
    <h1 className="min-w-0 max-w-full truncate font-semibold text-base">
      {canEdit ? (
        <button
          type="button"
          title="Rename"
          className="-mx-1.5 max-w-[calc(100%+0.75rem)] truncate rounded-md px-1.5 py-0.5 tracking-tight transition-colors hover:bg-accent"
          onClick={() => setDraft(journey.name)}
        >
          {name}
        </button>
      ) : (
        name
      )}
    </h1>
  );
}
