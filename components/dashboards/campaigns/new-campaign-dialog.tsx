"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { isConsentChannel } from "#consent";
import { problemMessage, useCreateCampaign, useEveryContent, useEverySegment } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { ReachLine } from "../consent/reach-line.tsx";
import { Pick } from "../rules/pick.tsx";

const Start = z.object({ name: z.string().trim().min(1, "Give it a name.").max(255) });
const NOTHING = "none";
const TEMPLATE = "template";
const EVERYBODY = "everybody";

type DialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Asks for a name, whom the campaign is for, and what it sends. */
export function NewCampaignDialog({ open, onOpenChange }: DialogProps) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="New campaign"
      text="It is a draft until you start it. A template is cloned by journeys instead."
    >
      <NewCampaignForm close={() => onOpenChange(false)} />
    </FormDialog>
  );
}

function NewCampaignForm({ close }: { close: () => void }) {
  const create = useCreateCampaign();
  const contents = useEveryContent().data?.data ?? [];
  const segments = useEverySegment().data?.data ?? [];
  const [failure, setFailure] = useState<string | null>(null);
  const [people, setPeople] = useState(EVERYBODY);
  const [contentId, setContentId] = useState(NOTHING);
  const sent = contents.find(({ id }) => id === contentId);
  const { register, handleSubmit, formState } = useForm({ resolver: zodResolver(Start), defaultValues: { name: "" } });
  const submit = handleSubmit(async ({ name }) => {
    setFailure(null);
    const isTemplate = people === TEMPLATE;
    const segmentId = isTemplate || people === EVERYBODY ? null : people;
    try {
      await create.mutateAsync({
        name,
        kind: isTemplate ? "private" : "public",
        isTemplate,
        segmentId,
        contentId: contentId === NOTHING ? null : contentId,
      });
      close();
    } catch (error) {
      setFailure(problemMessage(error));
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Name" error={formState.errors.name?.message}>
        {(field) => <Input {...field} {...register("name")} placeholder="Spring offer" />}
      </Field>
      <div className="grid gap-1.5">
        <p className="font-medium text-ui">For</p>
        <Pick
          label="For"
          value={people}
          options={{
            [EVERYBODY]: "Everyone",
            [TEMPLATE]: "One person each (template)",
            ...Object.fromEntries(segments.map(({ id, name }) => [id, name])),
          }}
          onChange={setPeople}
          className="w-full"
        />
      </div>
      <div className="grid gap-1.5">
        <p className="font-medium text-ui">Sends</p>
        <Pick
          label="Sends"
          value={contentId}
          options={{
            [NOTHING]: "Nothing of its own",
            ...Object.fromEntries(contents.map(({ id, name }) => [id, name])),
          }}
          onChange={setContentId}
          className="w-full"
        />
      </div>
      {people !== TEMPLATE && sent && isConsentChannel(sent.type) ? (
        <ReachLine
          query={{ segment: people === EVERYBODY ? null : people, channel: sent.type, content: sent.id }}
          audience={people === EVERYBODY ? "people are known" : "people are in the segment"}
        />
      ) : null}
      <FormFooter failure={failure} busy={formState.isSubmitting} onCancel={close}>
        Create
      </FormFooter>
    </form>
  );
}
