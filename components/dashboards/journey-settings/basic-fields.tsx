"use client";
import { useEverySegment } from "#data";
import { peopleCount } from "#shell";
import { FormPick, FormSwitch } from "./form-pick.tsx";
import { FormText } from "./form-text.tsx";
import { Section } from "./section.tsx";

export function BasicFields() {
  const segments = useEverySegment().data?.data ?? [];
  const audiences = Object.fromEntries(
    segments.map(({ id, name, _count }) => [id, `${name} · ${peopleCount(_count.members)}`]),
  );
  return (
    <>
      <Section title="Journey">
        <FormText name="name" label="Name" />
        <FormText name="description" label="Description" lines={2} />
        <FormText
          name="maxDuration"
          label="Max duration"
          placeholder="30d"
          hint="People still inside after that leave. Such as 30d, 12h or 2w; empty = no limit."
        />
        <FormText
          name="timezone"
          label="Time zone"
          placeholder="Workspace time zone"
          hint="For waits until a time of day. The trait “timezone” of a person takes precedence."
        />
      </Section>
      <Section title="Who enters">
        <FormPick
          name="audienceId"
          label="Audience"
          options={{ "": "No audience", ...audiences }}
          hint="If all triggers are manual, everyone in the segment enters on publish, and people who join later enter when they join. With an event trigger, the audience limits who may enter. A schedule enrolls everyone in the audience, or in the workspace if none is chosen."
        />
        <FormSwitch
          name="allowAnonymous"
          label="Anonymous visitors"
          hint="People known only by an anonymous id may enter too."
        />
        <FormSwitch
          name="enrollFromSite"
          label="Pages may enroll people"
          hint="With the publishable key of the site. Everyone can read that key, so anyone can enroll any person."
        />
      </Section>
    </>
  );
}
