"use client";
import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { ApiProblem, type Provider, problemMessage, useSetProvider } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { Button } from "#ui/button";
import { DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";

type Row = {
  readonly id: number;
  readonly key: string;
  readonly origin: string;
  readonly header: string;
  readonly secret: string;
};

type DialogProps = { provider: Provider; onClose: () => void };

/** The addresses that live-data steps ask with a secret header. */
export function EndpointsDialog({ provider, onClose }: DialogProps) {
  return (
    <FormDialog open onOpenChange={(next) => !next && onClose()} className="max-w-2xl">
      <DialogHeader>
        <DialogTitle>Endpoints</DialogTitle>
        <DialogDescription>
          Steps mean an endpoint by its name. Secrets are stored encrypted and never shown again.
        </DialogDescription>
      </DialogHeader>
      <EndpointsForm provider={provider} onClose={onClose} />
    </FormDialog>
  );
}

function EndpointsForm({ provider, onClose }: DialogProps) {
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(provider.settings));
  const set = useSetProvider();
  const { error } = set;
  const found = error instanceof ApiProblem ? error.errors : [];
  const change = (id: number, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const endpoints = rows.map(({ key, origin, header }) => ({ key, origin, ...(header ? { header } : {}) }));
    const typed = rows.flatMap(({ key, secret }) => (secret === "" ? [] : [[key, secret] as const]));
    const secrets = typed.length > 0 ? { secrets: Object.fromEntries(typed) } : {};
    set.mutate({ service: "endpoints", settings: { endpoints }, ...secrets }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      {rows.map((row, place) => (
        <EndpointRow
          key={row.id}
          row={row}
          place={place + 1}
          isKept={provider.secrets.includes(row.key)}
          onChange={(part) => change(row.id, part)}
          onRemove={rows.length > 1 ? () => setRows(rows.filter(({ id }) => id !== row.id)) : null}
        />
      ))}
      <Button
        variant="outline"
        size="sm"
        className="justify-self-start"
        onClick={() => setRows([...rows, blank(Math.max(...rows.map(({ id }) => id)) + 1)])}
      >
        <Plus aria-hidden /> Add an endpoint
      </Button>
      <FormFooter
        failure={
          error ? found.map(({ field, message }) => `${field}: ${message}`).join(" ") || problemMessage(error) : null
        }
        busy={set.isPending}
        onCancel={onClose}
      >
        Save
      </FormFooter>
    </form>
  );
}

type EndpointRowProps = {
  row: Row;
  place: number;
  isKept: boolean;
  onChange: (part: Partial<Row>) => void;
  onRemove: (() => void) | null;
};

function EndpointRow({ row, place, isKept, onChange, onRemove }: EndpointRowProps) {
  return (
    <fieldset aria-label={`Endpoint ${place}`} className="grid gap-3 rounded-lg border p-3 sm:grid-cols-2">
      <Field label="Name" hint="Small letters, digits, - and _.">
        {(field) => (
          <Input
            {...field}
            value={row.key}
            placeholder="crm"
            onChange={(event) => onChange({ key: event.target.value.trim() })}
          />
        )}
      </Field>
      <Field label="Address" hint="Without a path.">
        {(field) => (
          <Input
            {...field}
            value={row.origin}
            placeholder="https://api.example.com"
            spellCheck={false}
            onChange={(event) => onChange({ origin: event.target.value.trim() })}
          />
        )}
      </Field>
      <Field label="Header">
        {(field) => (
          <Input
            {...field}
            value={row.header}
            placeholder="authorization"
            spellCheck={false}
            onChange={(event) => onChange({ header: event.target.value.trim() })}
          />
        )}
      </Field>
      <Field label="Secret value" {...(isKept ? { hint: "Kept; leave it empty to keep it." } : {})}>
        {(field) => (
          <Input
            {...field}
            type="password"
            autoComplete="off"
            value={row.secret}
            placeholder="Bearer …"
            onChange={(event) => onChange({ secret: event.target.value })}
          />
        )}
      </Field>
      {onRemove ? (
        <Button variant="ghost" size="sm" className="justify-self-start" onClick={onRemove}>
          <X aria-hidden /> Remove endpoint {place}
        </Button>
      ) : null}
    </fieldset>
  );
}

const blank = (id: number): Row => ({ id, key: "", origin: "", header: "", secret: "" });

function rowsOf(settings: Provider["settings"]): readonly Row[] {
  const { endpoints } = settings ?? {};
  if (!Array.isArray(endpoints) || endpoints.length === 0) return [blank(0)];
  return endpoints.map((one: Readonly<Record<string, unknown>>, id) => ({
    id,
    key: String(one.key ?? ""),
    origin: String(one.origin ?? ""),
    header: String(one.header ?? ""),
    secret: "",
  }));
}
