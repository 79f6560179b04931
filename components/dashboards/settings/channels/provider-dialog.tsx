"use client";
import { type FormEvent, useState } from "react";
import { ApiProblem, type Provider, problemMessage, useSetProvider } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";
import { inputOf, type Values, valuesOf } from "./provider-input.ts";
import type { FieldFacts, ServiceFacts } from "./services.ts";
import { gatewayOf, SmsGateway, smsFields } from "./sms-gateway.tsx";

type DialogProps = { facts: ServiceFacts; provider: Provider; onClose: () => void };

export function ProviderDialog({ facts, provider, onClose }: DialogProps) {
  return (
    <FormDialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={facts.name}
      text={`${facts.text} Secrets are stored encrypted and never shown again.`}
    >
      <ProviderForm facts={facts} provider={provider} onClose={onClose} />
    </FormDialog>
  );
}

function ProviderForm({ facts, provider, onClose }: DialogProps) {
  const isSms = provider.service === "sms";
  const [gateway, setGateway] = useState(() => gatewayOf(provider.settings));
  const fields = isSms ? smsFields(gateway) : facts.fields;
  const [values, setValues] = useState<Values>(() => valuesOf(provider));
  const set = useSetProvider();
  const { error } = set;
  const found = (error instanceof ApiProblem ? error.errors : []).map((one) => ({ ...one, field: one.field ?? "" }));
  const messageOf = ({ part, name }: FieldFacts) =>
    found.find(({ field }) => field === `${part}.${name}` || (name === "serviceAccount" && field.includes(".")))
      ?.message;
  const known = fields.map(({ part, name }) => `${part}.${name}`);
  const others = found.filter(({ field }) => !known.includes(field) && fields[0]?.name !== "serviceAccount");
  const failure = others.map(({ field, message }) => `${field}: ${message}`).join(" ");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(inputOf(provider, { fields, values, gateway: isSms ? gateway : null }), { onSuccess: onClose });
  };
  const change = (name: string, value: string) => setValues((before) => ({ ...before, [name]: value }));
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      {isSms ? <SmsGateway value={gateway} onChange={setGateway} /> : null}
      {fields.map((field) => (
        <ProviderField
          key={`${field.part}.${field.name}`}
          facts={field}
          isKept={field.part === "secrets" && provider.secrets.length > 0}
          value={values[field.name] ?? ""}
          error={messageOf(field)}
          onChange={(value) => change(field.name, value)}
        />
      ))}
      {fields.length === 0 ? (
        <p className="text-ui">Nothing has to be entered: saving makes the address for its reports.</p>
      ) : null}
      <FormFooter
        failure={error ? (found.length === 0 ? problemMessage(error) : failure || null) : null}
        busy={set.isPending}
        disabled={false}
        onCancel={onClose}
      >
        Save
      </FormFooter>
    </form>
  );
}

type ProviderFieldProps = {
  facts: FieldFacts;
  isKept: boolean;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
};

function ProviderField({ facts, isKept, value, error, onChange }: ProviderFieldProps) {
  const { label, hint, kind, placeholder } = facts;
  const kept = isKept ? "Kept; leave it empty to keep it." : undefined;
  const shown = kept ?? hint;
  return (
    <Field label={label} error={error} {...(shown ? { hint: shown } : {})}>
      {(control) =>
        kind === "area" ? (
          <Textarea
            {...control}
            rows={5}
            spellCheck={false}
            className="font-mono text-xs"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input
            {...control}
            type={kind === "password" ? "password" : "text"}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
