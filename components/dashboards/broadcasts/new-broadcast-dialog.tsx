"use client";
import dynamic from "next/dynamic";
import { type FormEvent, useState } from "react";
import {
  type BroadcastAudience,
  type BroadcastDetail,
  problemMessage,
  useBroadcastPreview,
  useCreateBroadcast,
  useEveryContent,
  useEverySegment,
} from "#data";
import { FormDialog, FormFooter, peopleCount } from "#shell";
import { DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Skeleton } from "#ui/skeleton";
import { ReachNotice } from "../consent/reach-line.tsx";
import { usePause } from "../content/use-pause.ts";
import type { Choice } from "../enrollments/enroll-sources.tsx";
import { Pick } from "../rules/pick.tsx";
import { messagesIn } from "./messages-in.ts";
import { NOW, type When, WhenField, whenInput, whenMistake } from "./when-field.tsx";

/** The reader of CSV comes with the list, not with the page. */
const EnrollList = dynamic(() => import("../enrollments/enroll-list.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-32" />,
});

const EVERYONE = "everyone";
const LIST = "list";
/** Waits for a pause in typing before a list is looked up. */
const PAUSE_MS = 300;

type DialogProps = { open: boolean; onOpenChange: (open: boolean) => void; onCreated: (one: BroadcastDetail) => void };

/** What to send, to whom and when; it is sent by the dialog's own button. */
export function NewBroadcastDialog({ open, onOpenChange, onCreated }: DialogProps) {
  return (
    <FormDialog open={open} onOpenChange={onOpenChange} className="max-w-2xl">
      <DialogHeader>
        <DialogTitle>New broadcast</DialogTitle>
        <DialogDescription>One message to many people, once. Who may not be written to is left out.</DialogDescription>
      </DialogHeader>
      <NewBroadcastForm close={() => onOpenChange(false)} onCreated={onCreated} />
    </FormDialog>
  );
}

/** What is chosen, what is wrong with it, and whom it would reach. */
function useChoices(onCreated: DialogProps["onCreated"]) {
  const create = useCreateBroadcast();
  const [name, setName] = useState("");
  const [contentId, setContentId] = useState("");
  const [whom, setWhom] = useState(EVERYONE);
  const [list, setList] = useState<Choice["input"]>(null);
  const [when, setWhen] = useState<When>(NOW);
  const [isAsked, setAsked] = useState(false);
  const audience: BroadcastAudience | null =
    whom === EVERYONE ? { everyone: true } : whom === LIST ? list : { segmentId: whom };
  const input = contentId === "" || audience === null ? null : { contentId, ...audience };
  const settled = usePause(input, PAUSE_MS);
  const preview = useBroadcastPreview(settled);
  const mistakes = {
    name: name.trim() === "" ? "Give it a name." : undefined,
    message: contentId === "" ? "Choose what to send." : undefined,
    list: audience === null ? "List the people." : undefined,
    when: whenMistake(when),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (input === null || Object.values(mistakes).some(Boolean)) return;
    const skip = whom === LIST ? { unknown: "skip" as const } : {};
    create.mutate({ name: name.trim(), ...input, ...skip, ...whenInput(when) }, { onSuccess: onCreated });
  };
  const told: Partial<typeof mistakes> = isAsked ? mistakes : {};
  const chosen = { name, contentId, whom, when };
  return { create, chosen, setName, setContentId, setWhom, setList, setWhen, settled, preview, told, submit };
}

function NewBroadcastForm({ close, onCreated }: { close: () => void } & Pick<DialogProps, "onCreated">) {
  const choices = useChoices(onCreated);
  const { create, chosen, setList, setWhen, settled, preview, told, submit } = choices;
  const { when } = chosen;
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <WhatAndWhom choices={choices} />
      {chosen.whom === LIST ? <EnrollList onChange={(choice) => setList(choice.input)} /> : null}
      <WhenField value={when} onChange={setWhen} error={told.when} />
      {settled ? (
        <ReachNotice
          reach={preview.data}
          error={preview.error}
          audience={preview.data?.total === 1 ? "person matches" : "people match"}
        >
          {preview.data && preview.data.unknown > 0 ? (
            <p>{peopleCount(preview.data.unknown)} in the list are not known and are left out.</p>
          ) : null}
        </ReachNotice>
      ) : null}
      <FormFooter
        failure={create.error ? problemMessage(create.error) : null}
        busy={create.isPending}
        disabled={settled !== null && preview.data?.reachable === 0}
        onCancel={close}
      >
        {sendWords(when, settled === null ? null : (preview.data?.reachable ?? null))}
      </FormFooter>
    </form>
  );
}

function WhatAndWhom({ choices }: { choices: ReturnType<typeof useChoices> }) {
  const messages = messagesIn(useEveryContent().data?.data ?? []);
  const segments = useEverySegment().data?.data ?? [];
  const { chosen, setName, setContentId, setWhom, told } = choices;
  const audiences = {
    [EVERYONE]: "Everyone who is known by an id",
    [LIST]: "A list of people",
    ...Object.fromEntries(segments.map(({ id, name }) => [id, `Segment: ${name}`])),
  };
  return (
    <>
      <Field label="Name" error={told.name}>
        {(field) => (
          <Input
            {...field}
            value={chosen.name}
            onChange={(event) => setName(event.target.value)}
            placeholder="Autumn news"
          />
        )}
      </Field>
      <Field label="Message" error={told.message}>
        {() => (
          <Pick
            label="Message"
            value={chosen.contentId}
            placeholder={Object.keys(messages).length > 0 ? "Choose a message" : "There are no messages yet"}
            options={messages}
            onChange={setContentId}
            className="w-full"
          />
        )}
      </Field>
      <Field label="To" error={told.list}>
        {() => <Pick label="To" value={chosen.whom} options={audiences} onChange={setWhom} className="w-full" />}
      </Field>
    </>
  );
}

function sendWords({ kind }: When, reachable: number | null): string {
  const verb = kind === "now" ? "Send" : "Schedule";
  return reachable === null ? verb : `${verb} to ${peopleCount(reachable)}`;
}
