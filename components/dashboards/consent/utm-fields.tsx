import type { PublicLook } from "#data";
import { Field } from "#ui/field";
import { Input } from "#ui/input";

const NAMES = [
  ["source", "sojourn"],
  ["medium", "email"],
  ["campaign", "{{ appName }}"],
] as const;

type UtmProps = {
  utm: PublicLook["utm"];
  mayEdit: boolean;
  messageOf: (name: string) => string | undefined;
  onChange: (utm: PublicLook["utm"]) => void;
};

/** What is added to the links of every email that does not say it itself. */
export function UtmFields({ utm, mayEdit, messageOf, onChange }: UtmProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="font-medium text-ui">Parameters of links in emails</legend>
      <p className="text-muted-foreground text-xs">
        Added to links that have none of that name. An email can have its own. Liquid works.
      </p>
      <div className="grid gap-4 sm:grid-cols-3">
        {NAMES.map(([name, placeholder]) => (
          <Field key={name} label={`utm_${name}`} error={messageOf(name)}>
            {(control) => (
              <Input
                {...control}
                value={utm[name]}
                readOnly={!mayEdit}
                placeholder={placeholder}
                onChange={(event) => onChange({ ...utm, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

/** The parameters that are written; null: none. */
export function givenUtm(utm: PublicLook["utm"]): Partial<PublicLook["utm"]> | null {
  const given = Object.entries(utm).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()] as const] : []));
  return given.length === 0 ? null : Object.fromEntries(given);
}
