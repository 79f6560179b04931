"use client";
import { FormPick, FormSwitch } from "./form-pick.tsx";
import { FormText } from "./form-text.tsx";
import { Section } from "./section.tsx";

const PRIORITIES = {
  "9": "9 · before all others",
  "8": "8",
  "7": "7",
  "6": "6",
  "5": "5 · usual",
  "4": "4",
  "3": "3",
  "2": "2",
  "1": "1 · after all others",
};

export function SendingFields() {
  return (
    <Section title="Sending">
      <FormPick
        name="priority"
        label="Priority"
        options={PRIORITIES}
        hint="Where several messages to a person are due and a cap of the workspace has room for some, those of journeys with a higher priority go first."
      />
      <FormSwitch
        name="ignoresQuietHours"
        label="Send in quiet hours too"
        hint="Messages also leave in the quiet hours and outside of the send windows of the workspace. Caps still hold."
      />
      <FormText
        name="perMinute"
        label="At most, messages a minute"
        placeholder="No limit"
        hint="Emails, SMS and push messages of this journey leave evenly at this rate, also transactional ones. Those that wait are held, and say so."
      />
      <FormText
        name="holdoutPercent"
        label="Hold out, in percent"
        placeholder="0"
        hint="So many of the people who would enter never do, always the same ones, so that you can compare. Leave it empty for journeys of transactional messages."
      />
    </Section>
  );
}
