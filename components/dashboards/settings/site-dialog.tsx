"use client";
import { type FormEvent, useState } from "react";
import { ApiProblem, problemMessage, type Site, useCreateSite, usePatchSite } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";
import { linesOf } from "./snippets.ts";

/** Adds a site, or edits the one given. */
export function SiteDialog({ site, open, onClose }: { site: Site | null; open: boolean; onClose: () => void }) {
  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={site ? `Edit ${site.name}` : "Add a site"}
      text={site ? "Its key does not change." : "It gets its own publishable key."}
    >
      <SiteForm key={site?.id ?? "new"} site={site} onClose={onClose} />
    </FormDialog>
  );
}

function SiteForm({ site, onClose }: { site: Site | null; onClose: () => void }) {
  const [name, setName] = useState(site?.name ?? "");
  const [origins, setOrigins] = useState(site?.origins.join("\n") ?? "");
  const create = useCreateSite();
  const patch = usePatchSite();
  const error = create.error ?? patch.error;
  const fields = error instanceof ApiProblem ? error.errors : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { name: name.trim(), origins: linesOf(origins) };
    if (site) patch.mutate({ id: site.id, ...input }, { onSuccess: onClose });
    else create.mutate(input, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Name" error={fields.find((entry) => entry.field === "name")?.message}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={255}
            value={name}
            onChange={(event) => setName(event.target.value)}
            placeholder="Shop"
          />
        )}
      </Field>
      <Field
        label="Origins"
        hint="One per line: scheme, host and port of the pages that may send from a browser."
        error={fields.find((entry) => entry.field?.startsWith("origins"))?.message}
      >
        {(control) => (
          <Textarea
            {...control}
            value={origins}
            onChange={(event) => setOrigins(event.target.value)}
            placeholder="https://shop.example.com"
            className="font-mono text-xs"
          />
        )}
      </Field>
      <FormFooter
        failure={error && fields.length === 0 ? problemMessage(error) : null}
        busy={create.isPending || patch.isPending}
        onCancel={onClose}
      >
        {site ? "Save" : "Add site"}
      </FormFooter>
    </form>
  );
}
