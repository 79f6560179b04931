"use client";
import { type FormEvent, useState } from "react";
import { problemMessage, useCanEdit, useSaveView } from "#data";
import { Button } from "#ui/button";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Label } from "#ui/label";
import { toast } from "#ui/toaster";

type SaveViewFormProps = { path: string; query: string; onSaved: () => void };

export function SaveViewForm({ path, query, onSaved }: SaveViewFormProps) {
  const [name, setName] = useState("");
  const [isShared, setIsShared] = useState(false);
  const [asked, setAsked] = useState(false);
  const canShare = useCanEdit();
  const save = useSaveView();
  const isEmpty = name.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isEmpty) return;
    save.mutate(
      { name: name.trim(), path, query, isShared },
      {
        onSuccess: () => {
          toast.success(`Saved as ${name.trim()}.`);
          onSaved();
        },
      },
    );
  };
  const fault = isEmpty && asked ? "Give the view a name." : save.error ? problemMessage(save.error) : undefined;
  return (
    <form onSubmit={submit} noValidate className="grid gap-2">
      <Field label="Name" error={fault}>
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      {canShare ? (
        <Label className="flex items-center gap-2 font-normal text-ui">
          <Checkbox checked={isShared} onCheckedChange={(next) => setIsShared(next === true)} />
          For everyone in the workspace
        </Label>
      ) : null}
      <Button type="submit" busy={save.isPending}>
        Save view
      </Button>
    </form>
  );
}
