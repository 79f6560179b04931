"use client";
import { type Colours, contrasts, fillTheme, LEAST_CONTRAST, Theme, valueAt } from "#inpage";
import { cn } from "#ui/cn";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { useEditing, useField } from "./editing.tsx";
import { LineField, NumberField, SwitchRow } from "./fields.tsx";

const COLOURS: Readonly<Record<keyof Colours, string>> = {
  background: "Background",
  text: "Text",
  muted: "Small text",
  accent: "Accent",
  onAccent: "Text on the accent",
  border: "Border",
};
const NAMES = Object.keys(COLOURS).filter((name): name is keyof Colours => Object.hasOwn(COLOURS, name));

/** Colours in the light and in the dark with the contrast that each has, the corners and the font. */
export function ThemeFields() {
  const { body } = useEditing();
  const { value: dark, set } = useField(["theme", "dark"]);
  // A colour that is half typed counts as the standard one.
  const read = Theme.safeParse(valueAt(body, ["theme"]));
  const theme = fillTheme(read.success ? read.data : undefined);
  const found = contrasts(theme);
  return (
    <div className="grid gap-4">
      <ColourGroup legend="In the light" path={["theme"]} standard={theme.light} mode="light" found={found} />
      <SwitchRow
        label="Other colours in the dark"
        hint="For people whose system is dark. Off: the same as in the light."
        isOn={dark !== false}
        onChange={(isOn) => set(isOn ? undefined : false)}
      />
      {theme.dark ? (
        <ColourGroup legend="In the dark" path={["theme", "dark"]} standard={theme.dark} mode="dark" found={found} />
      ) : null}
      <div className="grid grid-cols-2 items-start gap-3">
        <NumberField path={["theme", "radius"]} label="Corners in pixels" min={0} max={64} placeholder="10" />
        <LineField
          path={["theme", "font"]}
          label="Font"
          isOptional
          placeholder="of the system"
          hint="One that your page has."
        />
      </div>
    </div>
  );
}

type Found = ReturnType<typeof contrasts>;
type ColourGroupProps = {
  legend: string;
  path: readonly string[];
  standard: Colours;
  mode: "light" | "dark";
  found: Found;
};

function ColourGroup({ legend, path, standard, mode, found }: ColourGroupProps) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-medium text-ui">{legend}</legend>
      <div className="grid grid-cols-2 items-start gap-3">
        {NAMES.map((name) => (
          <ColourField
            key={name}
            path={[...path, name]}
            label={COLOURS[name]}
            standard={standard[name]}
            contrast={found.find((one) => one.mode === mode && one.text === name)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ColourFieldProps = {
  path: readonly string[];
  label: string;
  standard: string;
  contrast: Found[number] | undefined;
};

function ColourField({ path, label, standard, contrast }: ColourFieldProps) {
  const { value, error, set } = useField(path);
  const shown = typeof value === "string" ? value : "";
  const write = (text: string) => set(text === "" ? undefined : text);
  return (
    <Field label={label} error={error} hint={contrast ? <Ratio {...contrast} /> : undefined}>
      {(control) => (
        <span className="flex gap-2">
          <input
            type="color"
            aria-label={`${label}, chosen`}
            value={fullColour(shown) ?? fullColour(standard) ?? "#000000"}
            onChange={(event) => write(event.target.value)}
            className="h-8 w-10 shrink-0 rounded-md border border-input bg-card p-0.5"
          />
          <Input
            {...control}
            value={shown}
            placeholder={standard}
            className="font-mono text-xs"
            onChange={(event) => write(event.target.value.trim())}
          />
        </span>
      )}
    </Field>
  );
}

/** The contrast with what it is read on, by WCAG. */
function Ratio({ ratio, ground }: Found[number]) {
  const isFaint = ratio < LEAST_CONTRAST;
  return (
    <span className={cn(isFaint && "text-warning-ink")}>
      {ratio.toFixed(1)} : 1 on {COLOURS[ground].toLowerCase()}
      {isFaint ? `, less than ${LEAST_CONTRAST} is hard to read` : ""}
    </span>
  );
}

/** As a field for colours takes it; null: it is none. */
function fullColour(text: string): string | null {
  if (/^#[0-9a-f]{6}$/i.test(text)) return text;
  return /^#[0-9a-f]{3}$/i.test(text) ? text.replaceAll(/[0-9a-f]/gi, "$&$&") : null;
}
