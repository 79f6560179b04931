"use client";
import { type FormEvent, useState } from "react";
import { type Offer, problemMessage, useEveryContent, useSaveOffer } from "#data";
import { hasRules, RuleBuilder } from "#rules";
import { FormDialog, FormFooter, Notice } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Pick } from "../rules/pick.tsx";
import { CapFields } from "./cap-fields.tsx";
import { draftOf, inputOf, type OfferDraft, offerErrors } from "./offer-draft.ts";
import { CHANNELS } from "./words.ts";

type OfferDialogProps = { offer?: Offer; open: boolean; onOpenChange: (open: boolean) => void };

/** Creates an offer, or edits the one given. */
export function OfferDialog({ offer, open, onOpenChange }: OfferDialogProps) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      className="max-w-2xl"
      title={offer ? "Edit offer" : "New offer"}
      text="Decisions use a change immediately, also for people who are in a journey."
    >
      <OfferForm close={() => onOpenChange(false)} {...(offer ? { offer } : {})} />
    </FormDialog>
  );
}

function OfferForm({ offer, close }: { offer?: Offer; close: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(offer));
  const [tried, setTried] = useState(false);
  const save = useSaveOffer(offer?.id);
  const change = (part: Partial<OfferDraft>) => setDraft({ ...draft, ...part });
  const errors = offerErrors(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length === 0) save.mutate(inputOf(draft), { onSuccess: close });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Basics draft={draft} change={change} errors={tried ? errors : {}} />
      <Eligibility draft={draft} change={change} error={tried ? errors.rules : undefined} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="Priority" hint="Decides without a score, and between equal scores.">
          {(control) => (
            <Input
              {...control}
              type="number"
              value={draft.priority}
              onChange={(event) => change({ priority: event.target.value })}
            />
          )}
        </Field>
        <Field label="Score" hint="A CEL expression such as traits.income / 1000. Empty: the flow’s score.">
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
      </div>
      <CapFields caps={draft.caps} onChange={(caps) => change({ caps })} />
      {tried && errors.caps ? <Notice tone="destructive">{errors.caps}</Notice> : null}
      <FormFooter failure={save.error ? problemMessage(save.error) : null} busy={save.isPending} onCancel={close}>
        {offer ? "Save" : "Create offer"}
      </FormFooter>
    </form>
  );
}

type PartProps = { draft: OfferDraft; change: (part: Partial<OfferDraft>) => void };

function Basics({ draft, change, errors }: PartProps & { errors: Partial<Record<string, string>> }) {
  const contents = useEveryContent().data?.data ?? [];
  const creatives = { none: "No creative", ...Object.fromEntries(contents.map(({ id, name }) => [id, name])) };
  return (
    <>
      <Field label="Name" error={errors.name}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            maxLength={255}
            placeholder="Gold card"
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="Channel">
          {() => (
            <Pick
              label="Channel"
              className="w-full"
              value={draft.channel}
              options={{ ...CHANNELS, ...(draft.channel in CHANNELS ? {} : { [draft.channel]: draft.channel }) }}
              onChange={(channel) => change({ channel })}
            />
          )}
        </Field>
        <Field label="Creative" hint="Sent by messages that have no content of their own.">
          {() => (
            <Pick
              label="Creative"
              className="w-full"
              value={draft.contentId}
              options={creatives}
              onChange={(contentId) => change({ contentId })}
            />
          )}
        </Field>
        <Field label="Starts" hint="Your own time. Empty: at once.">
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={draft.startsAt}
              onChange={(event) => change({ startsAt: event.target.value })}
            />
          )}
        </Field>
        <Field label="Ends" hint="Empty: never." error={errors.endsAt}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={draft.endsAt}
              onChange={(event) => change({ endsAt: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

function Eligibility({ draft, change, error }: PartProps & { error: string | undefined }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-ui">Who may get it</legend>
      {draft.rules === null ? (
        <Notice tone="neutral">
          These rules were set through the API, and this form cannot show them. Change them through the API.
        </Notice>
      ) : (
        <>
          {!hasRules(draft.rules) ? <p className="text-muted-foreground text-ui">Anyone.</p> : null}
          <RuleBuilder value={draft.rules} onChange={(rules) => change({ rules })} />
        </>
      )}
      {error ? <Notice tone="destructive">{error}</Notice> : null}
      <Field label="Expression" hint="CEL that must hold too, such as traits.income > 1000. Optional.">
        {(control) => (
          <Input
            {...control}
            className="font-mono text-xs"
            spellCheck={false}
            value={draft.expression}
            onChange={(event) => change({ expression: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}
