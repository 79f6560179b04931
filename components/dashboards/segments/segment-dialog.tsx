"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemMessage, type Segment, useCreateSegment, usePatchSegment } from "#data";
import type { JsonObject, RuleGroup } from "#journey";
import { emptyRule, isFinished, RuleBuilder, readRules } from "#rules";
import { FormDialog, FormFooter, Notice } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { RadioCard, RadioGroup } from "#ui/radio-group";

type SegmentDialogProps = { segment?: Segment; open: boolean; onOpenChange: (open: boolean) => void };

/** Creates a segment, or edits the one given. */
export function SegmentDialog({ segment, open, onOpenChange }: SegmentDialogProps) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      className="max-w-2xl"
      title={segment ? "Edit segment" : "New segment"}
      text={
        segment?.kind === "rules"
          ? "Journeys react immediately to people who enter or leave through this change."
          : "A group of people to enroll, to ask about, or to watch."
      }
    >
      <SegmentForm close={() => onOpenChange(false)} {...(segment ? { segment } : {})} />
    </FormDialog>
  );
}

function SegmentForm({ segment, close }: { segment?: Segment; close: () => void }) {
  const [name, setName] = useState(segment?.name ?? "");
  const [description, setDescription] = useState(segment?.description ?? "");
  const [kind, setKind] = useState(segment?.kind ?? "static");
  const [rules, setRules] = useState<RuleGroup | null>(
    segment ? readRules(segment.rules) : { all: [emptyRule("field")] },
  );
  const [tried, setTried] = useState(false);
  const { save, busy, failure } = useSave(segment, close);
  const unfinished = kind === "rules" && rules !== null && !isFinished(rules);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || unfinished) return;
    const withRules = kind === "rules" && rules ? { rules: rules as JsonObject } : {};
    save({ name: name.trim(), description: description.trim() || null, kind, ...withRules });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Name" error={tried && !name.trim() ? "Give the segment a name." : undefined}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={255}
            onChange={(event) => setName(event.target.value)}
            placeholder="Active customers"
          />
        )}
      </Field>
      <Field label="Description">
        {(control) => (
          <Input
            {...control}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
            placeholder="Optional"
          />
        )}
      </Field>
      {segment ? null : (
        <RadioGroup
          aria-label="Kind"
          value={kind}
          onValueChange={(next) => setKind(next === "rules" ? "rules" : "static")}
          className="sm:grid-cols-2"
        >
          <RadioCard value="static" title="List">
            You, the API or a journey decide who is in it.
          </RadioCard>
          <RadioCard value="rules" title="Rules">
            People who meet the rules are in it. Membership is updated automatically.
          </RadioCard>
        </RadioGroup>
      )}
      {kind === "rules" && rules ? <RuleBuilder value={rules} onChange={setRules} showsErrors={tried} /> : null}
      {kind === "rules" && !rules ? (
        <Notice tone="neutral">
          These rules were set through the API, and this form cannot show them. Change them through the API.
        </Notice>
      ) : null}
      {tried && unfinished ? (
        <Notice tone="destructive">Finish every rule, or remove it. There must be at least one.</Notice>
      ) : null}
      <FormFooter failure={failure} busy={busy} onCancel={close}>
        {segment ? "Save" : "Create segment"}
      </FormFooter>
    </form>
  );
}

type SegmentValues = {
  name: string;
  description: string | null;
  kind: "static" | "rules";
  rules?: Record<string, unknown>;
};

function useSave(segment: Segment | undefined, close: () => void) {
  const router = useRouter();
  const create = useCreateSegment();
  const patch = usePatchSegment(segment?.id ?? "");
  const save = ({ kind, ...values }: SegmentValues) => {
    if (segment) patch.mutate(values, { onSuccess: close });
    else create.mutate({ ...values, kind }, { onSuccess: ({ id }) => router.push(`/segments/${id}`) });
  };
  const error = create.error ?? patch.error;
  return { save, busy: create.isPending || patch.isPending, failure: error ? problemMessage(error) : null };
}
