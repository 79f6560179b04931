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
          hint="Whoever is still inside after that leaves. Like 30d, 12h or 2w; empty = no limit."
        />
        <FormText
          name="timezone"
          label="Time zone"
          placeholder="As the workspace"
          hint="For waits until a time of day. A person’s own trait timezone wins."
        />
      </Section>
      <Section title="Who enters">
        <FormPick
          name="audienceId"
          label="Audience"
          options={{ "": "No audience", ...audiences }}
          hint="With only manual triggers everybody in the segment enters on publish, and later joiners as they join. With an event trigger it limits who may enter. A schedule lets everybody in it enter, or the whole workspace when none is chosen."
        />
        <FormSwitch
          name="allowAnonymous"
          label="Anonymous visitors"
          hint="People known only by an anonymous id may enter too."
        />
      </Section>
    </>
  );
}
