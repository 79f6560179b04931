"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { type Me, problemMessage, usePatchWorkspace } from "#data";
import { isWorkspaceTimezone } from "#journey";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { toast } from "#ui/toaster";

const Workspace = z.object({
  name: z.string().trim().min(1, "Give the workspace a name.").max(120),
  timezone: z.string().trim().refine(isWorkspaceTimezone, "Not a known time zone. Write one such as Europe/Berlin."),
  currency: z
    .string()
    .trim()
    .regex(/^([A-Z]{3})?$/, "Three capital letters such as EUR, or empty."),
});

export function WorkspaceSettings({ me }: { me: Me }) {
  const patch = usePatchWorkspace();
  const mayEdit = me.role === "owner";
  const { name, timezone, currency, slug } = me.workspace;
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(Workspace),
    values: { name, timezone, currency: currency ?? "" },
  });
  const submit = handleSubmit(async (values) => {
    const { currency: written, ...rest } = values;
    await patch.mutateAsync({ ...rest, settings: { currency: written === "" ? null : written } }).then(
      () => {
        reset(values);
        toast.success("Saved.");
      },
      () => undefined,
    );
  });
  const zones = Intl.supportedValuesOf("timeZone").filter(isWorkspaceTimezone);
  return (
    <Card className="max-w-2xl" aria-labelledby="workspace-title">
      <CardHeader>
        <CardTitle id="workspace-title">Workspace</CardTitle>
      </CardHeader>
      <form onSubmit={submit} noValidate>
        <CardContent className="grid gap-4">
          <Field label="Name" error={formState.errors.name?.message}>
            {(control) => <Input {...control} {...register("name")} readOnly={!mayEdit} />}
          </Field>
          <Field
            label="Time zone"
            hint="Used for waits until a time of day and for the days in charts, unless a journey or a person has its own."
            error={formState.errors.timezone?.message}
          >
            {(control) => (
              <Input {...control} {...register("timezone")} list="time-zones" autoComplete="off" readOnly={!mayEdit} />
            )}
          </Field>
          <datalist id="time-zones">
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <Field
            label="Currency"
            hint="Of what goals are worth. Three letters such as EUR; empty shows plain numbers."
            error={formState.errors.currency?.message}
          >
            {(control) => <Input {...control} {...register("currency")} autoComplete="off" readOnly={!mayEdit} />}
          </Field>
          <dl className="grid grid-cols-[7rem_1fr] gap-y-1 text-ui">
            <dt className="text-muted-foreground">Slug</dt>
            <dd className="font-mono text-xs leading-5">{slug}</dd>
          </dl>
          {patch.error ? <Notice tone="destructive">{problemMessage(patch.error)}</Notice> : null}
        </CardContent>
        <CardFooter>
          {mayEdit ? (
            <Button type="submit" disabled={!formState.isDirty} busy={formState.isSubmitting}>
              Save
            </Button>
          ) : (
            <p className="text-muted-foreground text-xs">Only owners can change this.</p>
          )}
        </CardFooter>
      </form>
    </Card>
  );
}
