"use client";
import { type EnrollPreview, problemMessage } from "#data";
import { Notice } from "#shell";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import { nameOfUnknown, reachSentence, unknownSentence } from "./reach.ts";

export type Unknown = "skip" | "create";

type EnrollPreviewProps = {
  preview: EnrollPreview | undefined;
  error: Error | null;
  lines: readonly number[] | undefined;
  unknown: Unknown;
  onUnknown: (unknown: Unknown) => void;
};

/** Before anybody is enrolled: how many people, how many of them a message reaches, and what to do about unknown ids. */
export function EnrollPreviewPart({ preview, error, lines, unknown, onUnknown }: EnrollPreviewProps) {
  if (error) return <Notice tone="destructive">{problemMessage(error)}</Notice>;
  if (!preview) return null;
  const { count, first } = preview.unknown;
  const canCreate = first.some((person) => !person.personId);
  return (
    <div className="grid gap-3">
      <p aria-live="polite" data-reach className="text-ui">
        {reachSentence(preview)}
      </p>
      {count > 0 ? (
        <Notice tone="warning">
          <p>{unknownSentence(preview.unknown)}</p>
          <ul className="mt-1 max-h-24 list-disc overflow-y-auto pl-4 font-mono text-xs">
            {first.map((person) => (
              <li key={person.place}>{nameOfUnknown(person, lines)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {count > 0 && canCreate ? (
        <RadioGroup
          aria-label="Unknown people"
          value={unknown}
          onValueChange={(next) => onUnknown(next === "create" ? "create" : "skip")}
          className="sm:grid-cols-2"
        >
          <RadioCard value="skip" title="Skip them">
            Everyone else is enrolled.
          </RadioCard>
          <RadioCard value="create" title="Create missing people">
            They have no traits yet, so no email address.
          </RadioCard>
        </RadioGroup>
      ) : null}
    </div>
  );
}
