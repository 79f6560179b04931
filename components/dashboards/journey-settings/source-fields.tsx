"use client";
import { type FormEvent, useState } from "react";
import { type Journey, type JourneySource, problemMessage, useCanEdit, useSetSource } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import { toast } from "#ui/toaster";
import { TRUTH_WORDS } from "../journeys/source-words.ts";
import { Section } from "./section.tsx";

const TRUTHS = ["both", "code", "console"] as const;

/** Where the journey may be changed, with its file. Saved at once and for itself: it is not part of the draft. */
export function SourceFields({ journey }: { journey: Journey }) {
  const { truth, file } = journey.source;
  // Most journeys have no file: for them it is one line.
  const [isOpen, setOpen] = useState(truth !== "both" || file !== null);
  if (isOpen) return <SourceForm key={JSON.stringify(journey.source)} journey={journey} />;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 pb-6 text-ui">
      <p className="text-muted-foreground">Source of truth: {TRUTH_WORDS[truth].label.toLowerCase()}</p>
      <Button variant="outline" size="sm" aria-expanded={false} onClick={() => setOpen(true)}>
        Change…
      </Button>
    </div>
  );
}

function SourceForm({ journey }: { journey: Journey }) {
  const { source } = journey;
  const [truth, setTruth] = useState(source.truth);
  const [path, setPath] = useState(source.file?.path ?? "");
  const [url, setUrl] = useState(source.file?.url ?? "");
  const save = useSetSource(journey.id);
  const canEdit = useCanEdit();
  const next: JourneySource = {
    truth,
    file: path.trim() === "" ? null : { path: path.trim(), url: url.trim() === "" ? null : url.trim() },
  };
  const isDirty =
    next.truth !== source.truth ||
    (next.file?.path ?? "") !== (source.file?.path ?? "") ||
    (next.file?.url ?? "") !== (source.file?.url ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(next, { onSuccess: () => toast.success("Source of truth saved.") });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Source of truth" className="pb-6">
      <fieldset disabled={!canEdit} className="min-w-0">
        <Section title="Source of truth">
          <RadioGroup
            value={truth}
            onValueChange={(value) => setTruth(TRUTHS.find((one) => one === value) ?? truth)}
            aria-label="Source of truth"
            disabled={!canEdit}
          >
            {TRUTHS.map((one) => (
              <RadioCard key={one} value={one} title={TRUTH_WORDS[one].label}>
                {TRUTH_WORDS[one].text}
              </RadioCard>
            ))}
          </RadioGroup>
          <Field label="File" hint="Its path in the repository. Applying the file fills it in.">
            {(control) => (
              <Input
                {...control}
                value={path}
                placeholder="journeys/welcome.json"
                onChange={(event) => setPath(event.target.value)}
              />
            )}
          </Field>
          <Field label="Link to the file" hint="Its page in the repository, where it can be changed.">
            {(control) => (
              <Input
                {...control}
                type="url"
                value={url}
                disabled={!canEdit || path.trim() === ""}
                placeholder="https://"
                onChange={(event) => setUrl(event.target.value)}
              />
            )}
          </Field>
          {save.error ? <Notice tone="destructive">{problemMessage(save.error)}</Notice> : null}
          <Button type="submit" variant="outline" className="w-fit" disabled={!isDirty} busy={save.isPending}>
            Save source of truth
          </Button>
        </Section>
      </fieldset>
    </form>
  );
}
