"use client";
import type { KeyScope } from "#data";
import { Checkbox } from "#ui/checkbox";
import { Label } from "#ui/label";

const WORDS: Readonly<Record<KeyScope, string>> = {
  read: "Read journeys, figures, segments, content",
  draft: "Make and change drafts, hand in plans",
  publish: "Publish, pause, archive",
  send: "Record events, enroll people, send again",
  personal: "See traits, addresses and events of people",
};
const SCOPES: readonly KeyScope[] = ["read", "draft", "publish", "send", "personal"];

type ScopeFieldsProps = { scopes: readonly KeyScope[] | null; onChange: (scopes: readonly KeyScope[] | null) => void };

/** Everything, or some scopes; for an agent: read and draft. */
export function ScopeFields({ scopes, onChange }: ScopeFieldsProps) {
  const toggle = (scope: KeyScope, isOn: boolean) =>
    onChange(SCOPES.filter((one) => (one === scope ? isOn : scopes?.includes(one))));
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-medium text-ui">May do</legend>
      <Label className="flex items-center gap-2 font-normal">
        <Checkbox
          checked={scopes === null}
          onCheckedChange={(isOn) => onChange(isOn === true ? null : ["read", "draft"])}
        />
        Everything an editor may do
      </Label>
      {scopes === null
        ? null
        : SCOPES.map((scope) => (
            <Label key={scope} className="flex items-center gap-2 pl-6 font-normal">
              <Checkbox checked={scopes.includes(scope)} onCheckedChange={(isOn) => toggle(scope, isOn === true)} />
              {WORDS[scope]}
            </Label>
          ))}
    </fieldset>
  );
}
