"use client";
import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useForm } from "react-hook-form";
import { type TemplateSettings, useCanEdit, usePatchWorkspace, useTemplateSettings } from "#data";
import { PageError, ProblemNotice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { readTyped, writeTyped } from "#values";

/** The name of the product, and variables that every message may show. */
export function TemplateSettingsCard() {
  const { data, error, refetch } = useTemplateSettings();
  if (error) return <PageError error={error} onRetry={refetch} />;
  if (!data) return <Skeleton className="h-56 max-w-2xl" />;
  return <TemplateForm key={JSON.stringify(data)} settings={data} />;
}

type Values = { appName: string; variables: { name: string; text: string }[] };

function TemplateForm({ settings }: { settings: TemplateSettings }) {
  const mayEdit = useCanEdit();
  const patch = usePatchWorkspace();
  const { register, control, handleSubmit, formState } = useForm<Values>({
    defaultValues: {
      appName: settings.appName,
      variables: Object.entries(settings.variables).map(([name, value]) => ({ name, text: writeTyped(value) })),
    },
  });
  const { fields, append, remove } = useFieldArray({ control, name: "variables" });
  const submit = handleSubmit(({ appName, variables }) => {
    const named = variables.filter(({ name }) => name.trim() !== "");
    const entries = named.map(({ name, text }) => [name.trim(), valueIn(text)] as const);
    patch.mutate(
      { settings: { appName: appName.trim(), variables: Object.fromEntries(entries) } },
      { onSuccess: () => toast.success("Saved.") },
    );
  });
  return (
    <Card className="max-w-2xl" aria-labelledby="template-title">
      <CardHeader>
        <CardTitle id="template-title">Templates</CardTitle>
      </CardHeader>
      <form onSubmit={submit} noValidate>
        <CardContent className="grid gap-4">
          <Field label="Name of your product" hint="{{ appName }} in messages; the name of the workspace if empty.">
            {(field) => <Input {...field} {...register("appName")} maxLength={255} readOnly={!mayEdit} />}
          </Field>
          <fieldset className="grid gap-2">
            <legend className="font-medium text-ui">Variables</legend>
            <p className="text-muted-foreground text-xs">
              Every message may show them: {"{{ supportEmail }}"}. A step’s own variable of the same name is used
              instead.
            </p>
            <ul className="grid gap-2">
              {fields.map((field, index) => (
                <li key={field.id} className="grid grid-cols-[1fr_auto_1fr_auto] items-center gap-2">
                  <Input
                    aria-label={`Variable ${index + 1}`}
                    placeholder="supportEmail"
                    className="font-mono"
                    readOnly={!mayEdit}
                    {...register(`variables.${index}.name`)}
                  />
                  <span aria-hidden className="text-muted-foreground">
                    =
                  </span>
                  <Input
                    aria-label={`Value of variable ${index + 1}`}
                    readOnly={!mayEdit}
                    {...register(`variables.${index}.text`)}
                  />
                  {mayEdit ? (
                    <Button
                      variant="ghost"
                      size="icon"
                      aria-label={`Remove variable ${index + 1}`}
                      onClick={() => remove(index)}
                    >
                      <Trash2 />
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
            {mayEdit ? (
              <Button variant="outline" className="w-fit" onClick={() => append({ name: "", text: "" })}>
                <Plus aria-hidden /> Add a variable
              </Button>
            ) : null}
          </fieldset>
          {patch.error ? <ProblemNotice error={patch.error} lead="The variables were not saved." /> : null}
        </CardContent>
        <CardFooter>
          {mayEdit ? (
            <Button type="submit" disabled={!formState.isDirty} busy={patch.isPending}>
              Save
            </Button>
          ) : (
            <p className="text-muted-foreground text-xs">Changing this needs the role editor.</p>
          )}
        </CardFooter>
      </form>
    </Card>
  );
}

/** `5` and `true` are a number and a truth value, so that templates can compare them; `"5"` stays a text. */
function valueIn(text: string): string | number | boolean {
  const value = readTyped(text);
  return typeof value === "number" || typeof value === "boolean" || typeof value === "string" ? value : text;
}
