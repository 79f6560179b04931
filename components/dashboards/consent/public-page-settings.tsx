"use client";
import { type FormEvent, useState } from "react";
import { ApiProblem, type PublicLook, problemMessage, usePatchWorkspace, usePublicLook } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Label } from "#ui/label";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { givenUtm, UtmFields } from "./utm-fields.tsx";

/** The look of the pages that people outside see, their languages, and whether mails are tracked by default. */
export function PublicPageSettings({ mayEdit }: { mayEdit: boolean }) {
  const look = usePublicLook();
  if (!look.data) return <Skeleton className="h-56 max-w-3xl" />;
  return <LookForm key={JSON.stringify(look.data)} look={look.data} mayEdit={mayEdit} />;
}

function LookForm({ look, mayEdit }: { look: PublicLook; mayEdit: boolean }) {
  const [draft, setDraft] = useState(look);
  const [languages, setLanguages] = useState(look.languages.join(", "));
  const patch = usePatchWorkspace();
  const errors = patch.error instanceof ApiProblem ? patch.error.errors : [];
  const messageOf = (start: string) => errors.find(({ field }) => field?.startsWith(`settings.${start}`))?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const list = languages.split(/[\s,;]+/).filter((one) => one !== "");
    const brand = { logoUrl: draft.logoUrl.trim() || null, color: draft.color.trim() || null };
    const settings = { brand, languages: list, tracking: draft.tracking, utm: givenUtm(draft.utm) };
    patch.mutate({ settings }, { onSuccess: () => toast.success("Saved.") });
  };
  return (
    <Card className="max-w-3xl" aria-labelledby="public-title">
      <CardHeader>
        <CardTitle id="public-title">Preference page, tracking and links</CardTitle>
        <CardDescription>Recipients see the preference page under the name of the workspace.</CardDescription>
      </CardHeader>
      <form onSubmit={submit} noValidate>
        <CardContent className="grid gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Address of the logo" error={messageOf("brand.logoUrl")}>
              {(control) => (
                <Input
                  {...control}
                  type="url"
                  value={draft.logoUrl}
                  readOnly={!mayEdit}
                  placeholder="https://acme.example/logo.png"
                  onChange={(event) => setDraft({ ...draft, logoUrl: event.target.value })}
                />
              )}
            </Field>
            <Field label="Colour of buttons" error={messageOf("brand.color")}>
              {(control) => (
                <Input
                  {...control}
                  value={draft.color}
                  readOnly={!mayEdit}
                  placeholder="#1f6f5c"
                  onChange={(event) => setDraft({ ...draft, color: event.target.value })}
                />
              )}
            </Field>
          </div>
          <Field
            label="Languages to choose from"
            hint="Codes such as en, de, pt-BR. The choice becomes the trait language. Where a person has none, the page itself speaks the first one: en, de, fr or es."
            error={messageOf("languages")}
          >
            {(control) => (
              <Input
                {...control}
                value={languages}
                readOnly={!mayEdit}
                placeholder="en, de"
                onChange={(event) => setLanguages(event.target.value)}
              />
            )}
          </Field>
          <TrackingFields
            tracking={draft.tracking}
            mayEdit={mayEdit}
            onChange={(tracking) => setDraft({ ...draft, tracking })}
          />
          <UtmFields
            utm={draft.utm}
            mayEdit={mayEdit}
            messageOf={(name) => messageOf(`utm.${name}`)}
            onChange={(utm) => setDraft({ ...draft, utm })}
          />
          {patch.error && errors.length === 0 ? (
            <Notice tone="destructive">{problemMessage(patch.error)}</Notice>
          ) : null}
        </CardContent>
        <CardFooter>
          {mayEdit ? (
            <Button type="submit" busy={patch.isPending}>
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

type TrackingProps = {
  tracking: PublicLook["tracking"];
  mayEdit: boolean;
  onChange: (tracking: PublicLook["tracking"]) => void;
};

const TRACKED = [
  ["opens", "Track opens of people who made no choice"],
  ["clicks", "Track clicks of people who made no choice"],
] as const;

function TrackingFields({ tracking, mayEdit, onChange }: TrackingProps) {
  return TRACKED.map(([name, label]) => (
    <Label key={name} className="flex items-center gap-2 font-normal">
      <Checkbox
        checked={tracking[name]}
        disabled={!mayEdit}
        onCheckedChange={(isOn) => onChange({ ...tracking, [name]: isOn === true })}
      />
      {label}
    </Label>
  ));
}
