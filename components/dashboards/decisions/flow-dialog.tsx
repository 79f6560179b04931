"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type DecisionFlow, problemMessage, useSaveDecisionFlow } from "#data";
import { FormDialog, FormFooter, Notice } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import { CapFields } from "./cap-fields.tsx";
import { areCapsComplete } from "./offer-draft.ts";
import { OffersOfFlow } from "./offers-of-flow.tsx";
import { SAMPLING_WORDS } from "./words.ts";

type FlowDialogProps = { flow?: DecisionFlow; open: boolean; onOpenChange: (open: boolean) => void };

/** Creates a decision flow, or edits the one given. */
export function FlowDialog({ flow, open, onOpenChange }: FlowDialogProps) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      className="max-w-2xl"
      title={flow ? "Edit decision flow" : "New decision flow"}
      text="Leaves out offers that are not for the person, holds back what contact limits forbid, scores the rest, and picks the best."
    >
      <FlowForm close={() => onOpenChange(false)} {...(flow ? { flow } : {})} />
    </FormDialog>
  );
}

const SUPPRESSED_DAYS = 90;

type FlowDraft = {
  name: string;
  offers: string[] | null;
  score: string;
  sampling: DecisionFlow["sampling"];
  caps: DecisionFlow["caps"];
  suppress: DecisionFlow["suppress"];
};

const draftOf = (flow?: DecisionFlow): FlowDraft => ({
  name: flow?.name ?? "",
  offers: flow ? (flow.offers?.map(({ id }) => id) ?? null) : null,
  score: flow?.score ?? "",
  sampling: flow?.sampling ?? "off",
  caps: flow?.caps ?? [],
  suppress: flow?.suppress ?? [{ outcomes: ["conversion"], days: SUPPRESSED_DAYS }],
});

function FlowForm({ flow, close }: { flow?: DecisionFlow; close: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(flow));
  const [tried, setTried] = useState(false);
  const router = useRouter();
  const save = useSaveDecisionFlow(flow?.id);
  const change = (part: Partial<FlowDraft>) => setDraft({ ...draft, ...part });
  const hasCaps = areCapsComplete(draft.caps);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!draft.name.trim() || !hasCaps) return;
    const input = { ...draft, name: draft.name.trim(), score: draft.score.trim() || null };
    save.mutate(input, { onSuccess: ({ id }) => (flow ? close() : router.push(`/decisions/${id}`)) });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Name" error={tried && !draft.name.trim() ? "Give the decision flow a name." : undefined}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            maxLength={255}
            placeholder="Personal loans"
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <OffersOfFlow chosen={draft.offers} onChange={(offers) => change({ offers })} />
      <Field
        label="Score"
        hint="CEL for offers without a score of their own, such as offer.priority * 2. Empty: the priority decides."
      >
        {(control) => (
          <Input
            {...control}
            className="font-mono text-xs"
            spellCheck={false}
            value={draft.score}
            onChange={(event) => change({ score: event.target.value })}
          />
        )}
      </Field>
      <Sampling value={draft.sampling} onChange={(sampling) => change({ sampling })} />
      <CapFields caps={draft.caps} onChange={(caps) => change({ caps })} />
      {tried && !hasCaps ? (
        <Notice tone="destructive">A limit needs a number of offers, and 1 to 365 days.</Notice>
      ) : null}
      <FormFooter failure={save.error ? problemMessage(save.error) : null} busy={save.isPending} onCancel={close}>
        {flow ? "Save" : "Create decision flow"}
      </FormFooter>
    </form>
  );
}

type SamplingProps = { value: DecisionFlow["sampling"]; onChange: (value: DecisionFlow["sampling"]) => void };

function Sampling({ value, onChange }: SamplingProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-ui">Decides by</legend>
      <RadioGroup
        aria-label="Decides by"
        value={value}
        onValueChange={(next) => onChange(next === "conversion" || next === "click" ? next : "off")}
        className="sm:grid-cols-3"
      >
        <RadioCard value="off" title={SAMPLING_WORDS.off.short}>
          The highest score wins.
        </RadioCard>
        <RadioCard value="conversion" title={SAMPLING_WORDS.conversion.short}>
          Learns from conversions; tries offers of which little is known.
        </RadioCard>
        <RadioCard value="click" title={SAMPLING_WORDS.click.short}>
          Learns from clicks in the same way.
        </RadioCard>
      </RadioGroup>
    </fieldset>
  );
}
