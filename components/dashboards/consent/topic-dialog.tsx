"use client";
import { type FormEvent, useState } from "react";
import { ApiProblem, problemMessage, type Topic, useEveryContent, useSaveTopic } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import { Textarea } from "#ui/textarea";
import { Pick } from "../rules/pick.tsx";

const PLAIN = "plain";
/** How somebody comes to receive it. */
type Way = "default" | "choice" | "confirmed";

export function TopicDialog({ topic, onClose }: { topic: Topic | "new" | null; onClose: () => void }) {
  return (
    <FormDialog
      open={topic !== null}
      onOpenChange={(open) => !open && onClose()}
      title={topic === "new" ? "New topic" : "Edit topic"}
      text="People see name and description on their preference page."
    >
      {topic ? <TopicForm topic={topic === "new" ? null : topic} onClose={onClose} /> : null}
    </FormDialog>
  );
}

const wayOf = (topic: Topic | null): Way => {
  if (topic === null) return "default";
  return topic.doubleOptIn ? "confirmed" : topic.defaultOn ? "default" : "choice";
};

function TopicForm({ topic, onClose }: { topic: Topic | null; onClose: () => void }) {
  const [name, setName] = useState(topic?.name ?? "");
  const [description, setDescription] = useState(topic?.description ?? "");
  const [way, setWay] = useState<Way>(wayOf(topic));
  const [mail, setMail] = useState(topic?.confirmationContentId ?? PLAIN);
  const emails = (useEveryContent().data?.data ?? []).filter(({ type }) => type === "email");
  const save = useSaveTopic();
  const errors = save.error instanceof ApiProblem ? save.error.errors : [];
  const messageOf = (field: string) => errors.find((entry) => entry.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = {
      ...{ name: name.trim(), description: description.trim() || null },
      ...{ defaultOn: way === "default", doubleOptIn: way === "confirmed" },
      confirmationContentId: way === "confirmed" && mail !== PLAIN ? mail : null,
    };
    save.mutate({ id: topic?.id ?? null, ...input }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Name" error={messageOf("name")}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={255}
            placeholder="Newsletter"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="Description" error={messageOf("description")}>
        {(control) => (
          <Textarea
            {...control}
            value={description}
            rows={2}
            maxLength={1000}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <RadioGroup aria-label="Who receives it" value={way} onValueChange={(next) => setWay(next as Way)}>
        <RadioCard value="default" title="Everyone, until they unsubscribe">
          People who never answered receive it.
        </RadioCard>
        <RadioCard value="choice" title="Who subscribes">
          People who never answered do not receive it.
        </RadioCard>
        <RadioCard value="confirmed" title="Who subscribes and confirms it (double opt-in)">
          A mail with a link asks for the confirmation; nothing is sent before.
        </RadioCard>
      </RadioGroup>
      {way === "confirmed" ? (
        <div className="grid gap-1.5">
          <p className="font-medium text-ui">Mail that asks for it</p>
          <Pick
            label="Mail that asks for it"
            value={mail}
            options={{ [PLAIN]: "A plain one", ...Object.fromEntries(emails.map((item) => [item.id, item.name])) }}
            onChange={setMail}
            className="w-full"
          />
          <p className="text-muted-foreground text-xs">
            It needs the link <code className="font-mono">{"{{ confirmUrl }}"}</code>; without it the plain one is sent.
          </p>
        </div>
      ) : null}
      <FormFooter
        failure={save.error && errors.length === 0 ? problemMessage(save.error) : null}
        busy={save.isPending}
        disabled={name.trim() === ""}
        onCancel={onClose}
      >
        {topic ? "Save" : "Create"}
      </FormFooter>
    </form>
  );
}
