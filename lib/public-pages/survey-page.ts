import type { Brand } from "./brand.ts";
import { html, type Markup } from "./html.ts";
import type { Page } from "./page.ts";

type Choice = { readonly value: string; readonly label: string };

export type SurveyQuestionView = {
  readonly id: string;
  /** `nps csat rating single multiple text`. */
  readonly type: string;
  readonly title: string;
  readonly description: string | null;
  readonly isOptional: boolean;
  readonly options: readonly Choice[];
  readonly low: string | null;
  readonly high: string | null;
  readonly longest: number;
  readonly lines: "one" | "many";
  readonly placeholder: string | null;
  readonly value: readonly string[];
  readonly place: number;
  readonly count: number;
  readonly before: string | null;
};

export type SurveyView = {
  readonly brand: Brand;
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly name: string;
  readonly words: Readonly<Record<"next" | "back" | "send" | "optional", string>>;
  readonly response: string | null;
  /** Null: everything is answered. */
  readonly question: SurveyQuestionView | null;
  readonly thanks: { readonly title: string; readonly description: string | null };
  readonly fault: string | null;
};

/** One question of a survey, or the thanks. A button sends the answer, because programs that follow links open the page too. */
export function surveyPage(view: SurveyView): Page {
  const { brand, language, rightToLeft, name, question, thanks } = view;
  const page = { brand, language, dir: rightToLeft ? "rtl" : "ltr" } as const;
  if (question !== null) return { ...page, title: `${question.title} · ${name}`, main: formOf(view, question) };
  const main = html`<h1>${thanks.title}</h1>${
    thanks.description === null ? null : html`<p class="note" role="status">${thanks.description}</p>`
  }`;
  return { ...page, title: thanks.title, main };
}

function formOf({ words, response, fault }: SurveyView, question: SurveyQuestionView): Markup {
  const { id, title, description, isOptional, place, count, before } = question;
  const isLast = place === count;
  return html`<form method="post" class="survey">
<p class="quiet"><progress value="${place}" max="${count}" aria-label="${place} / ${count}"></progress> ${place} / ${count}</p>
${fault === null ? null : html`<p class="fault" role="alert" id="fault">${fault}</p>`}
<fieldset${fault === null ? null : html` aria-describedby="fault"`}><legend><h1>${title}</h1></legend>
<div>${description === null ? null : html`<p class="quiet">${description}</p>`}
${isOptional ? html`<p class="hint">${words.optional}</p>` : null}
${inputOf(question)}</div></fieldset>
<input type="hidden" name="question" value="${id}">
${response === null ? null : html`<input type="hidden" name="response" value="${response}">`}
<p class="actions"><button class="main" type="submit">${isLast ? words.send : words.next}</button>
${before === null ? null : html`<button type="submit" name="back" value="${before}" formnovalidate>${words.back}</button>`}</p>
</form>`;
}

function inputOf(question: SurveyQuestionView): Markup {
  const { type, title, options, low, high, longest, lines, placeholder, value, isOptional } = question;
  const required = isOptional ? null : html` required`;
  if (type === "text") {
    const [text = ""] = value;
    const hint = placeholder === null ? null : html` placeholder="${placeholder}"`;
    return lines === "one"
      ? html`<input type="text" name="answer" aria-label="${title}" maxlength="${longest}" value="${text}"${hint}${required}>`
      : html`<textarea name="answer" aria-label="${title}" rows="5" maxlength="${longest}"${hint}${required}>${text}</textarea>`;
  }
  const isMany = type === "multiple";
  const kind = isMany ? "checkbox" : "radio";
  const rows = options.map(
    ({ value: own, label }) =>
      html`<label class="choice"><input type="${kind}" name="answer" value="${own}"${
        value.includes(own) ? html` checked` : null
      }${isMany ? null : required}><span>${label}</span></label>`,
  );
  if (type === "single" || isMany)
    return html`${isMany ? html`<input type="hidden" name="several" value="1">` : null}${rows}`;
  const ends = html`<p class="ends"><span>${low ?? ""}</span><span>${high ?? ""}</span></p>`;
  return html`<div class="scale">${rows}</div>${low === null && high === null ? null : ends}`;
}
