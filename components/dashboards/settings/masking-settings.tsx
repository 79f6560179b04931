"use client";
import { type FormEvent, useState } from "react";
import { type Masking, type Me, problemMessage, useMasking, usePatchWorkspace } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Label } from "#ui/label";
import { Skeleton } from "#ui/skeleton";
import { Textarea } from "#ui/textarea";
import { toast } from "#ui/toaster";

/** Traits whose values some members do not see. */
export function MaskingSettings({ me }: { me: Me }) {
  const masking = useMasking();
  if (masking.error) return <Notice tone="destructive">{problemMessage(masking.error)}</Notice>;
  if (!masking.data) return <Skeleton className="h-64 max-w-2xl" />;
  return <MaskingForm key={JSON.stringify(masking.data)} masking={masking.data} mayEdit={me.role === "owner"} />;
}

/** One name a line; commas part names too. */
const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
];

function MaskingForm({ masking, mayEdit }: { masking: Masking; mayEdit: boolean }) {
  const [text, setText] = useState(masking.traits.join("\n"));
  const [upTo, setUpTo] = useState(masking.upTo);
  const patch = usePatchWorkspace();
  const traits = namesIn(text);
  const isChanged = upTo !== masking.upTo || traits.join("\n") !== masking.traits.join("\n");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void patch.mutateAsync({ settings: { masking: { traits, upTo } } }).then(
      () => toast.success("Saved."),
      () => undefined,
    );
  };
  return (
    <Card className="max-w-2xl" aria-labelledby="masking-title">
      <CardHeader>
        <CardTitle id="masking-title">Masked traits</CardTitle>
        <CardDescription>
          Viewers see ••• instead of these values, on every page, in lists, files and the API. Owners see all.
        </CardDescription>
      </CardHeader>
      <form onSubmit={submit} noValidate>
        <CardContent className="grid gap-4">
          <Field
            label="Names of traits, one a line"
            hint="For example email, phone and name. With email or phone, where messages went and what they said is masked too."
          >
            {(control) => (
              <Textarea
                {...control}
                rows={4}
                readOnly={!mayEdit}
                value={text}
                onChange={(event) => setText(event.target.value)}
                spellCheck={false}
              />
            )}
          </Field>
          <Label className="flex items-start gap-2 font-normal">
            <Checkbox
              checked={upTo === "editor"}
              disabled={!mayEdit}
              onCheckedChange={(isOn) => setUpTo(isOn === true ? "editor" : "viewer")}
            />
            Mask them for editors and secret keys too. Editors can still write rules about them.
          </Label>
          {mayEdit ? null : <p className="text-muted-foreground text-ui">Only owners change this.</p>}
          {patch.error ? <Notice tone="destructive">{problemMessage(patch.error)}</Notice> : null}
        </CardContent>
        {mayEdit ? (
          <CardFooter>
            <Button type="submit" disabled={!isChanged} busy={patch.isPending}>
              Save masking
            </Button>
          </CardFooter>
        ) : null}
      </form>
    </Card>
  );
}
