"use client";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useCanEdit } from "#data";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";
import { Pick } from "../rules/pick.tsx";
import type { EditorProps } from "./content-editor-page.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { OnEmptyField } from "./on-empty-field.tsx";
import { useContentDraft } from "./use-content-draft.ts";
import { VariablesList } from "./variables-list.tsx";
import { METHODS, readWebhook, type WebhookValues, webhookErrors, writeWebhook } from "./webhook-values.ts";

/** An HTTP call: address, method, headers and body; each text is a template. */
export function WebhookEditor({ item, stored }: EditorProps) {
  const edited = useContentDraft(item, stored);
  const { draft, change, refused } = edited;
  const canEdit = useCanEdit();
  const [values, setValues] = useState(() => readWebhook(draft.body));
  const [isTouched, setTouched] = useState(false);
  const mistakes = webhookErrors(values);
  const errors = isTouched ? { ...refusedOf(refused), ...mistakes } : refusedOf(refused);
  const edit = (part: Partial<WebhookValues>) => {
    const next = { ...values, ...part };
    setValues(next);
    setTouched(true);
    change({ body: writeWebhook(next) });
  };
  return (
    <EditorFrame item={item} edited={edited} isBlocked={Object.keys(mistakes).length > 0}>
      <fieldset disabled={!canEdit} className="grid w-full min-w-0 max-w-3xl gap-5 px-4 py-5 sm:px-6">
        <div className="grid items-start gap-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
          <div className="grid gap-1.5">
            <p className="font-medium text-ui">Method</p>
            <Pick
              label="Method"
              value={values.method}
              options={Object.fromEntries(METHODS.map((method) => [method, method]))}
              onChange={(method) => edit({ method })}
              className="w-full"
            />
          </div>
          <Field label="Address" error={errors.url}>
            {(aria) => (
              <Input
                {...aria}
                value={values.url}
                placeholder="https://example.com/hooks/{{ person.externalId }}"
                spellCheck={false}
                onChange={(event) => edit({ url: event.target.value })}
                className="font-mono text-xs"
              />
            )}
          </Field>
        </div>
        <Headers rows={values.headers} error={errors.headers} onChange={(headers) => edit({ headers })} />
        {values.method === "GET" ? null : (
          <Field
            label="Body"
            hint="JSON, or any text. Empty: who it is about, as JSON. Calls are signed when the workspace has a webhook secret."
            error={errors.body}
          >
            {(aria) => (
              <Textarea
                {...aria}
                value={values.body}
                rows={8}
                spellCheck={false}
                placeholder={'{ "email": "{{ recipientEmail }}" }'}
                onChange={(event) => edit({ body: event.target.value })}
                className="font-mono text-xs leading-5"
              />
            )}
          </Field>
        )}
        <p className="text-muted-foreground text-ui">
          The step in the journey defines whether people wait for the answer and under which name it is stored.
        </p>
        <OnEmptyField value={draft.onEmpty} error={refused.onEmpty} onChange={(onEmpty) => change({ onEmpty })} />
        <VariablesList />
      </fieldset>
    </EditorFrame>
  );
}

/** The server names fields by their path in the document. */
function refusedOf(refused: Record<string, string>): Partial<Record<"url" | "headers" | "body", string>> {
  return Object.fromEntries(
    Object.entries(refused).flatMap(([field, message]) => {
      const part = ["url", "headers", "body"].find((name) => field === name || field.startsWith(`body.${name}`));
      return part ? [[part, message]] : [];
    }),
  );
}

type HeadersProps = {
  rows: WebhookValues["headers"];
  error: string | undefined;
  onChange: (rows: WebhookValues["headers"]) => void;
};

function Headers({ rows, error, onChange }: HeadersProps) {
  const set = (index: number, part: Partial<WebhookValues["headers"][number]>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-ui">Headers</legend>
      {placed(rows).map(({ row, index, key }) => (
        <div key={key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)_auto] gap-2">
          <Input
            aria-label={`Header ${index + 1}`}
            value={row.name}
            placeholder="authorization"
            onChange={(event) => set(index, { name: event.target.value })}
            className="font-mono text-xs"
          />
          <Input
            aria-label={`Value of header ${index + 1}`}
            value={row.value}
            onChange={(event) => set(index, { value: event.target.value })}
            className="font-mono text-xs"
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove header ${index + 1}`}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <X />
          </Button>
        </div>
      ))}
      {error ? (
        <p role="alert" className="text-destructive-ink text-xs">
          {error}
        </p>
      ) : null}
      <Button
        variant="outline"
        size="sm"
        className="w-fit"
        onClick={() => onChange([...rows, { name: "", value: "" }])}
      >
        <Plus aria-hidden /> Add a header
      </Button>
    </fieldset>
  );
}

/** A header row has no identity besides its index. */
const placed = (rows: WebhookValues["headers"]) =>
  rows.map((row, index) => ({ row, index, key: `header ${index + 1}` }));
