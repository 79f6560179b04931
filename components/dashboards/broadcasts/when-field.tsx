"use client";
import { useTimezone } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { RadioCard, RadioGroup } from "#ui/radio-group";

/** When messages leave; `at` is of the browser's own date field, such as `2026-12-24T09:00`. */
export type When = { readonly kind: "now" | "moment" | "local"; readonly at: string; readonly perMinute: string };
export const NOW: When = { kind: "now", at: "", perMinute: "" };

/** What is wrong with it, if anything. */
export function whenMistake({ kind, at, perMinute }: When): string | undefined {
  if (kind !== "now" && at === "") return "Choose a date and time.";
  if (perMinute !== "" && !/^[1-9]\d{0,5}$/.test(perMinute)) return "The rate is a whole number from 1 to 999,999.";
  return undefined;
}

/** The same as the API takes it. */
export function whenInput({ kind, at, perMinute }: When): {
  startsAt?: string;
  localTime?: string;
  perMinute?: number;
} {
  const rate = perMinute === "" ? {} : { perMinute: Number(perMinute) };
  if (kind === "local") return { localTime: at, ...rate };
  return kind === "now" ? rate : { startsAt: new Date(at).toISOString(), ...rate };
}

type WhenFieldProps = { value: When; onChange: (value: When) => void; error: string | undefined };

/** Now, at one moment or at each person's own time, and how fast. */
export function WhenField({ value, onChange, error }: WhenFieldProps) {
  const { kind, at, perMinute } = value;
  const zone = useTimezone();
  const set = (part: Partial<When>) => onChange({ ...value, ...part });
  return (
    <div className="grid gap-3">
      <RadioGroup
        aria-label="When"
        value={kind}
        onValueChange={(next) => set({ kind: next as When["kind"] })}
        className="sm:grid-cols-3"
      >
        <RadioCard value="now" title="Now">
          As soon as you send it.
        </RadioCard>
        <RadioCard value="moment" title="At one moment">
          For everyone at once.
        </RadioCard>
        <RadioCard value="local" title="At a local time">
          When it is that late where each person lives.
        </RadioCard>
      </RadioGroup>
      <div className="grid gap-3 sm:grid-cols-2">
        {kind === "now" ? null : (
          <Field
            label="Date and time"
            hint={
              kind === "local"
                ? `People without a time zone: ${zone ?? "the workspace’s"}. Where it is later than that already, it leaves at once.`
                : "On your own clock."
            }
          >
            {(field) => (
              <Input
                {...field}
                type="datetime-local"
                value={at}
                onChange={(event) => set({ at: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field
          label="At most, people a minute"
          hint={
            kind === "local"
              ? "Of all zones together: the last of a zone get it a little later. Empty: as fast as possible."
              : "Empty: as fast as possible."
          }
        >
          {(field) => (
            <Input
              {...field}
              inputMode="numeric"
              value={perMinute}
              onChange={(event) => set({ perMinute: event.target.value.trim() })}
            />
          )}
        </Field>
      </div>
      {error ? (
        <p role="alert" className="text-destructive-ink text-xs">
          {error}
        </p>
      ) : null}
    </div>
  );
}
