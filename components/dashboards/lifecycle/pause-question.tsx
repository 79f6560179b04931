"use client";
import { useState } from "react";
import { useStats } from "#data";
import { PAUSE_MODES, type PauseMode } from "#journey";
import { peopleCount, Question } from "#shell";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import { PAUSE_WORDS } from "#words";
import type { QuestionProps } from "./question-props.ts";
import { afterPause } from "./sentences.ts";

export function PauseQuestion({ journey, busy, onConfirm }: QuestionProps) {
  const [mode, setMode] = useState<PauseMode>("hold");
  const active = useStats(journey.id).data?.totals.active ?? journey._count.active;
  return (
    <Question
      title={`Pause “${journey.name}”?`}
      text={`${peopleCount(active)} ${active === 1 ? "is" : "are"} inside. Nobody new enters while it is paused; events keep being recorded.`}
      confirm="Pause"
      busy={busy}
      onConfirm={() => onConfirm({ pauseMode: mode })}
    >
      <RadioGroup
        aria-label="What happens to the people inside"
        value={mode}
        onValueChange={(next) => setMode(next as PauseMode)}
      >
        {PAUSE_MODES.map((entry) => (
          <RadioCard key={entry} value={entry} title={PAUSE_WORDS[entry].title}>
            {PAUSE_WORDS[entry].text}
          </RadioCard>
        ))}
      </RadioGroup>
      <p aria-live="polite" className="text-ui">
        {afterPause(mode, active)}
      </p>
    </Question>
  );
}
