"use client";
import type { Provider } from "#data";
import { SMS_TEMPLATES } from "#providers";
import { Field } from "#ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import type { FieldFacts } from "./services.ts";

/** The gateway that is chosen, and the settings that its form makes. */
export type Gateway = {
  readonly name: string;
  readonly settingsOf: (typed: Readonly<Record<string, string>>) => Record<string, unknown>;
};

const TWILIO = "Twilio";
const STORED = "Your gateway";

const twilio: Gateway = { name: TWILIO, settingsOf: (typed) => ({ provider: "twilio", ...typed }) };

const templated = (name: string, template: Readonly<Record<string, unknown>>): Gateway => ({
  name,
  settingsOf: ({ from, url, ...rest }) => ({ ...template, provider: "http", ...(url ? { url } : {}), from, ...rest }),
});

/** The gateway of stored settings; a new set-up begins with Twilio. */
export function gatewayOf(settings: Provider["settings"]): Gateway {
  return settings === null || settings.provider === "twilio" ? twilio : templated(STORED, settings);
}

const CHOICES: readonly Gateway[] = [
  twilio,
  ...Object.entries(SMS_TEMPLATES).map(([name, template]) => templated(name, template)),
];

export function SmsGateway({ value, onChange }: { value: Gateway; onChange: (gateway: Gateway) => void }) {
  const choices = value.name === STORED ? [...CHOICES, value] : CHOICES;
  return (
    <Field
      label="Gateway"
      hint="Another one: begin with the one that is most like it, and change its address by the API."
    >
      {(control) => (
        <Select
          value={value.name}
          onValueChange={(name) => onChange(choices.find((one) => one.name === name) ?? twilio)}
        >
          <SelectTrigger {...control}>
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {choices.map(({ name }) => (
              <SelectItem key={name} value={name}>
                {name}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </Field>
  );
}

const FROM: FieldFacts = {
  part: "settings",
  name: "from",
  label: "From",
  placeholder: "+15005550006",
  hint: "A number, a name, or a messaging service of Twilio (MG…).",
};

export function smsFields({ name }: Gateway): readonly FieldFacts[] {
  if (name === TWILIO)
    return [
      { part: "settings", name: "accountSid", label: "Account SID", placeholder: "AC…" },
      FROM,
      { part: "secrets", name: "secret", label: "Auth token", kind: "password" },
    ];
  return [
    FROM,
    { part: "settings", name: "url", label: "Address", optional: true, hint: "Empty: the template’s own." },
    { part: "secrets", name: "user", label: "User or API key", optional: true },
    { part: "secrets", name: "secret", label: "Secret or token", kind: "password" },
  ];
}
