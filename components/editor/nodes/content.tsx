"use client";

import { IN_PAGE_TYPES, isInPage, type JourneyNode, MESSAGE_TYPES } from "#journey";
import { MapInput } from "#rules";
import { contentLabel } from "#words";
import { Choice } from "../forms/choice.tsx";
import { ContentPicker } from "../forms/content-picker.tsx";
import { OptionalDurationRow } from "../forms/duration-row.tsx";
import { ResultRow } from "../forms/result-row.tsx";
import { Row } from "../forms/row.tsx";
import { SurveyRow } from "../forms/survey-row.tsx";
import { TextRow } from "../forms/text-row.tsx";

/** The types a step may change to: a message to another one, and what pages show to its like. */
const choicesFor = (type: string): readonly string[] => (isInPage(type) ? IN_PAGE_TYPES : MESSAGE_TYPES);
const labelled = (types: readonly string[]) => types.map((value) => ({ value, label: contentLabel(value) }));

export function ContentForm({ node }: { node: JourneyNode }) {
  const type = typeof node.config.contentType === "string" ? node.config.contentType : "";
  const inPage = isInPage(type);
  return (
    <>
      {type === "email" ? null : (
        <Row name="contentType" label="Type">
          {({ value, onChange, ref: _ref, ...field }) => (
            <Choice {...field} value={value} onChange={onChange} options={labelled(choicesFor(type))} />
          )}
        </Row>
      )}
      <ResultRow value={node.config.resultSource} />
      <ContentPicker node={node} type={type} label={type === "" ? "Content" : contentLabel(type)} />
      {inPage ? (
        <OptionalDurationRow
          name="timeout"
          label="Give up after a while"
          initial="7d"
          hint="Otherwise it is offered for 30 days. People who have not seen it by then leave by “Timed out”."
        />
      ) : (
        <>
          {type === "webhook" ? (
            <TextRow
              name="storeResponseAs"
              label="Store the answer as"
              placeholder="answer"
              hint="Later conditions can then use context.answer.body; people wait until the answer arrives. Empty: people do not wait for it."
              isCode
            />
          ) : null}
          {type === "email" ? (
            <TextRow
              name="fromIdentityEmail"
              label="From"
              placeholder="the workspace's default sender"
              hint="One of the workspace’s senders (Settings, Senders). While it is not verified, the default sender is used."
            />
          ) : null}
          {type === "email" || type === "sms" ? <SurveyRow /> : null}
          <Row
            name="variables"
            label="Variables"
            isGroup
            hint="For the template, in addition to person and traits. A path such as trigger.properties.plan, or a fixed value."
          >
            {({ value, onChange }) => (
              <MapInput
                value={value}
                onChange={onChange}
                keyLabel="Variable"
                valueLabel="Path or value"
                addLabel="Add a variable"
                keyPlaceholder="plan"
                valuePlaceholder="trigger.properties.plan"
              />
            )}
          </Row>
        </>
      )}
    </>
  );
}
