"use client";
import { useState } from "react";
import {
  problemMessage,
  type Site,
  type UserProofMode,
  useEndProofSecret,
  useRotateProofSecret,
  useSetUserProof,
} from "#data";
import { Ago, Notice } from "#shell";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { CodeBlock, CopyField } from "./copy-field.tsx";
import { PROOF_LANGUAGES, PROOF_SNIPPETS, PROVING_PAGE, type ProofLanguage } from "./proof-snippets.ts";

const MODES: Record<UserProofMode, { label: string; says: string }> = {
  off: { label: "Off", says: "Anyone who has the key of the site can say to be any user." },
  warn: { label: "Warn", says: "Everything is taken. What has no proof is listed under Events → Refused." },
  required: { label: "Required", says: "Without a proof nothing is taken or shown for a user id." },
};
const MODE_NAMES = Object.keys(MODES) as UserProofMode[];

/** Whether pages of a site have to prove user ids, and with which secret. */
export function SiteProof({ site, mayEdit }: { site: Site; mayEdit: boolean }) {
  const { mode, secretSince } = site.userProof;
  const setMode = useSetUserProof();
  return (
    <section aria-labelledby={`proof-${site.id}`} className="grid grid-cols-1 gap-4 border-t pt-4">
      <div className="grid grid-cols-1 gap-1">
        <h3 id={`proof-${site.id}`} className="font-medium text-ui">
          Proof of user ids
        </h3>
        <p className="max-w-prose text-pretty text-muted-foreground text-ui">
          The publishable key is public. With a proof that your backend makes, a page can speak only for the person who
          is signed in.
        </p>
      </div>
      <Field
        label="Pages have to prove user ids"
        hint={MODES[mode].says}
        error={setMode.error ? problemMessage(setMode.error) : undefined}
      >
        {(control) => (
          <Select
            value={mode}
            disabled={!mayEdit || secretSince === null}
            onValueChange={(next) => {
              const chosen = MODE_NAMES.find((name) => name === next);
              if (chosen) setMode.mutate({ id: site.id, mode: chosen });
            }}
          >
            <SelectTrigger {...control} className="w-40">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {MODE_NAMES.map((name) => (
                <SelectItem key={name} value={name}>
                  {MODES[name].label}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )}
      </Field>
      <Secrets site={site} mayEdit={mayEdit} />
      {secretSince === null ? null : <HowToProve />}
    </section>
  );
}

function Secrets({ site, mayEdit }: { site: Site; mayEdit: boolean }) {
  const { secretSince, hasFormerSecret } = site.userProof;
  const rotate = useRotateProofSecret();
  const end = useEndProofSecret();
  const error = rotate.error ?? end.error;
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-muted-foreground text-ui">
        {secretSince === null ? (
          "There is no proof secret yet."
        ) : (
          <>
            Proof secret made <Ago at={secretSince} />
            {hasFormerSecret ? "; the one before it counts too, until you end it." : "."}
          </>
        )}
      </p>
      {rotate.data ? (
        <>
          <Notice tone="warning">Copy it to your backend now. It will not be shown again.</Notice>
          <CopyField label="the proof secret" value={rotate.data.secret} />
        </>
      ) : null}
      {error ? <Notice tone="destructive">{problemMessage(error)}</Notice> : null}
      {mayEdit ? (
        <div className="flex flex-wrap gap-2">
          {hasFormerSecret ? (
            <Button variant="outline" size="sm" busy={end.isPending} onClick={() => end.mutate(site.id)}>
              End the former secret
            </Button>
          ) : (
            <Button variant="outline" size="sm" busy={rotate.isPending} onClick={() => rotate.mutate(site.id)}>
              {secretSince === null ? "Make a proof secret" : "Make a new secret"}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}

function HowToProve() {
  const [language, setLanguage] = useState<ProofLanguage>("node");
  return (
    <div className="grid grid-cols-1 gap-3">
      <Field label="On your backend">
        {(control) => (
          <Select
            value={language}
            onValueChange={(next) => setLanguage(PROOF_LANGUAGES.find((name) => name === next) ?? "node")}
          >
            <SelectTrigger {...control} className="w-40">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {PROOF_LANGUAGES.map((name) => (
                <SelectItem key={name} value={name}>
                  {PROOF_SNIPPETS[name].label}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )}
      </Field>
      <CodeBlock label="the code for the backend" code={PROOF_SNIPPETS[language].code} />
      <p className="font-medium text-ui">In the page</p>
      <CodeBlock label="the code for the page" code={PROVING_PAGE} />
    </div>
  );
}
