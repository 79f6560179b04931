"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import * as z from "zod";
import { type Content, type ContentInput, problemMessage, useCreateContent } from "#data";
import { isInPageType, newDocuments } from "#inpage";
import { FormDialog, FormFooter } from "#shell";
import { DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { contentLabel } from "#words";
import { ITEM_TYPES, type ItemType } from "./words.ts";

const Start = z.object({ name: z.string().trim().min(1, "Give it a name.").max(255), type: z.enum(ITEM_TYPES) });

/** What new content of a type begins with; the others begin empty. */
const FIRST_PARTS: Readonly<Partial<Record<string, Omit<ContentInput, "name" | "type" | "slug">>>> = {
  email: {
    subject: "Hello {{ recipientName }}",
    mail: {
      editor: "blocks",
      blocks: [
        { id: "heading", type: "heading", text: "Hello {{ recipientName }}", level: 1 },
        { id: "text", type: "text", text: "Write here." },
      ],
    },
  },
  snippet: { html: "<p>{{ appName }}</p>\n" },
  layout: { html: "<html>\n<body>\n{% content %}\n</body>\n</html>\n" },
};

const firstParts = (type: ItemType) => (isInPageType(type) ? { body: newDocuments[type]() } : FIRST_PARTS[type]);

type NewContentDialogProps = {
  type: ItemType | null;
  onClose: () => void;
  /** What follows; without it, the item's page opens. */
  onMade?: ((item: Content) => void) | undefined;
};

/** Asks for a name and a type; `type` is preselected, and the dialog is closed while it is null. */
export function NewContentDialog({ type, onClose, onMade }: NewContentDialogProps) {
  return (
    <FormDialog open={type !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogHeader>
        <DialogTitle>New content</DialogTitle>
        <DialogDescription>The type cannot be changed later.</DialogDescription>
      </DialogHeader>
      <NewContentForm type={type ?? "email"} close={onClose} onMade={onMade} />
    </FormDialog>
  );
}

type NewContentFormProps = Pick<NewContentDialogProps, "onMade"> & { type: ItemType; close: () => void };

function NewContentForm({ type: firstType, close, onMade }: NewContentFormProps) {
  const router = useRouter();
  const create = useCreateContent();
  const [failure, setFailure] = useState<string | null>(null);
  const { register, control, handleSubmit, formState } = useForm({
    resolver: zodResolver(Start),
    defaultValues: { name: "", type: firstType },
  });
  const submit = handleSubmit(async ({ name, type }) => {
    setFailure(null);
    try {
      const made = await create.mutateAsync({ name, type, ...firstParts(type) });
      if (onMade) onMade(made);
      else router.push(`/content/${made.id}`);
    } catch (error) {
      setFailure(problemMessage(error));
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Name" error={formState.errors.name?.message}>
        {(field) => <Input {...field} {...register("name")} placeholder="Welcome" />}
      </Field>
      <Field label="Type">
        {(field) => (
          <Controller
            control={control}
            name="type"
            render={({ field: { value, onChange } }) => (
              <Select value={value} onValueChange={onChange}>
                <SelectTrigger {...field}>
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {ITEM_TYPES.map((type) => (
                    <SelectItem key={type} value={type}>
                      {contentLabel(type)}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          />
        )}
      </Field>
      <FormFooter failure={failure} busy={formState.isSubmitting} onCancel={close}>
        Create
      </FormFooter>
    </form>
  );
}
