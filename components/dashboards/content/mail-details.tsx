"use client";
import type { ReactNode } from "react";
import { useCanEdit, useContents } from "#data";
import type { MailDesign, Utm } from "#mails";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Pick } from "../rules/pick.tsx";
import { OnEmptyField } from "./on-empty-field.tsx";
import type { ContentDraft } from "./use-content-draft.ts";

type MailDetailsProps = {
  draft: ContentDraft;
  refused: Readonly<Record<string, string>>;
  onChange: (part: Partial<ContentDraft>) => void;
};

const UTM = ["source", "medium", "campaign", "term", "content"] as const satisfies readonly (keyof Utm)[];

const NONE = "none";

/** What stands around the letter: sender's name, answers, copies, layout, link parameters, empty variables. */
export function MailDetails({ draft, refused, onChange }: MailDetailsProps) {
  const canEdit = useCanEdit();
  const mail = draft.mail ?? {};
  const set = (part: Partial<MailDesign>) => onChange({ mail: tidy({ ...mail, ...part }) });
  const layouts = useContents({ type: "layout", limit: 100 }).data?.data ?? [];
  const options = { [NONE]: "No layout", ...Object.fromEntries(layouts.map(({ slug, name }) => [slug, name])) };
  return (
    <fieldset disabled={!canEdit} className="grid min-w-0 gap-4">
      <Section title="Sender and layout">
        <Line
          label="From name"
          hint="Empty: the name of the sender."
          value={mail.fromName ?? ""}
          onChange={(fromName) => set({ fromName })}
        />
        <Line
          label="Reply-To"
          hint="Where answers go. Empty: to the sender."
          value={mail.replyTo ?? ""}
          onChange={(replyTo) => set({ replyTo })}
        />
        <Line
          label="CC"
          hint="Addresses with commas between them. Each mail is copied to them; tests are not."
          value={(mail.cc ?? []).join(", ")}
          onChange={(cc) => set({ cc: cc.split(",").map((address) => address.trimStart()) })}
        />
        <div className="grid gap-1.5">
          <p className="font-medium text-ui">Layout</p>
          <Pick
            label="Layout"
            value={mail.layout ?? NONE}
            options={options}
            onChange={(layout) => set({ layout: layout === NONE ? null : layout })}
            className="w-full"
          />
          <p className="text-muted-foreground text-xs">Layouts are content of the type Layout.</p>
        </div>
      </Section>
      <UtmFields mail={mail} set={set} />
      <OnEmptyField value={draft.onEmpty} error={refused.onEmpty} onChange={(onEmpty) => onChange({ onEmpty })} />
    </fieldset>
  );
}

function UtmFields({ mail, set }: { mail: MailDesign; set: (part: Partial<MailDesign>) => void }) {
  const value = mail.utm === undefined ? "workspace" : mail.utm === null ? "none" : "own";
  const utm = mail.utm ?? {};
  const choose = (next: string) => {
    if (next === "workspace") {
      const { utm: _utm, ...rest } = mail;
      set({ ...rest, utm: undefined });
    } else set({ utm: next === "none" ? null : { source: "sojourn", medium: "email" } });
  };
  return (
    <Section title="Link parameters (UTM)">
      <Pick
        label="Link parameters"
        value={value}
        options={{ workspace: "As the workspace sets them", own: "Of this email", none: "None" }}
        onChange={choose}
        className="w-full"
      />
      {value === "own"
        ? UTM.map((name) => (
            <Line
              key={name}
              label={`utm_${name}`}
              value={utm[name] ?? ""}
              onChange={(text) => set({ utm: { ...utm, [name]: text } })}
            />
          ))
        : null}
    </Section>
  );
}

/** Empty fields are left out, and copies that nobody wrote. */
function tidy(mail: MailDesign): MailDesign {
  const { fromName, replyTo, cc, utm, ...rest } = mail;
  return {
    ...rest,
    ...(fromName ? { fromName } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(cc?.some((address) => address !== "") ? { cc } : {}),
    ...(utm === undefined ? {} : { utm }),
  };
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="rounded-lg border bg-card shadow-raised">
      <summary className="rounded-lg px-4 py-2.5 font-medium text-ui">{title}</summary>
      <div className="grid gap-4 border-t p-4 sm:grid-cols-2">{children}</div>
    </details>
  );
}

type LineProps = { label: string; hint?: string; value: string; onChange: (value: string) => void };

function Line({ label, hint, value, onChange }: LineProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => <Input {...control} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
