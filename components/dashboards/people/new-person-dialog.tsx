"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { problemMessage, useCreatePerson } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";

const NewPersonForm = z.object({
  externalId: z.string().trim().min(1, "Enter your own id for the person.").max(255),
  name: z.string().trim().max(255),
  email: z.union([z.literal(""), z.email("Enter an email address, such as ada@example.com.")]),
});

export function NewPersonDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add a person"
      text="Usually your site or backend does this. If the id exists, that person is updated."
    >
      <PersonForm close={() => onOpenChange(false)} />
    </FormDialog>
  );
}

function PersonForm({ close }: { close: () => void }) {
  const create = useCreatePerson();
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(NewPersonForm),
    defaultValues: { externalId: "", name: "", email: "" },
  });
  const { errors } = formState;
  const submit = handleSubmit(async ({ externalId, name, email }) => {
    setFailure(null);
    try {
      const person = await create.mutateAsync({
        externalId,
        traits: { ...(name ? { name } : {}), ...(email ? { email } : {}) },
      });
      router.push(`/people/${person.id}`);
    } catch (error) {
      setFailure(problemMessage(error));
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Id" hint="The id in your own system (externalId)." error={errors.externalId?.message}>
        {(control) => <Input {...control} {...register("externalId")} autoComplete="off" />}
      </Field>
      <Field label="Name" error={errors.name?.message}>
        {(control) => <Input {...control} {...register("name")} autoComplete="off" />}
      </Field>
      <Field label="Email" error={errors.email?.message}>
        {(control) => <Input type="email" {...control} {...register("email")} autoComplete="off" />}
      </Field>
      <FormFooter failure={failure} busy={formState.isSubmitting} onCancel={close}>
        Add person
      </FormFooter>
    </form>
  );
}
