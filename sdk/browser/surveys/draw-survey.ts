import { h } from "../content/draw.ts";
import type { AskedParts, AskedQuestion } from "../content/view.ts";
import type { Answer } from "./next-question.ts";

export type Asking = {
  readonly answer: Answer;
  readonly isMissing: boolean;
  /** From 1. */
  readonly place: number;
  readonly isLast: boolean;
  readonly set: (answer: Answer) => void;
  readonly next: () => void;
  readonly back: (() => void) | null;
};

/** One question as a form, so that the Enter key goes on. */
export function drawQuestion({ questions, said }: AskedParts, question: AskedQuestion, asking: Asking): HTMLElement[] {
  const { title, description, optional } = question;
  const { place, isMissing, isLast, back } = asking;
  const max = questions.length;
  const hint = [description, optional ? `(${said.optional})` : ""].filter(Boolean).join(" ");
  const go = h("button", { type: "submit", class: "primary", "data-key": "next" }, isLast ? said.send : said.next);
  const before = back && h("button", { type: "button", class: "plain", "data-key": "back" }, said.back);
  if (back) before?.addEventListener("click", back);
  const form = h(
    "form",
    { novalidate: "" },
    max > 1 ? h("progress", { value: place, max, "aria-label": `${place} / ${max}` }) : null,
    h("h2", { id: "h" }, title),
    hint ? h("p", { class: "m", id: "d" }, hint) : null,
    ...inputOf(question, asking),
    isMissing ? h("p", { role: "alert", class: "alert", id: "e" }, said.missing) : null,
    h("div", { class: "row" }, before, go),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asking.next();
  });
  return [form];
}

export function drawThanks({ thanks, said }: AskedParts): HTMLElement[] {
  const { title = said.thanks, description } = thanks ?? {};
  return [h("div", { role: "status" }, h("h2", { id: "h" }, title), description ? h("p", {}, description) : null)];
}

function inputOf(question: AskedQuestion, asking: Asking): HTMLElement[] {
  const { type, options } = question;
  if (type === "text") return [writing(question, asking)];
  if (options) return [choosing(question, options, asking)];
  const [least, most] = type === "nps" ? [0, 10] : [1, question.scale ?? 5];
  const numbers = Array.from({ length: most - least + 1 }, (_, n) => ({ id: least + n, label: `${least + n}` }));
  const { low, high, look } = question;
  const isStars = type === "rating" && look !== "numbers";
  const ends = low || high ? [h("p", { class: "m ends" }, h("span", {}, low ?? ""), h("span", {}, high ?? ""))] : [];
  return [choosing(question, numbers, asking, isStars ? "scale stars" : "scale"), ...ends];
}

const described = (isMissing: boolean, hint: boolean) => ({
  "aria-labelledby": "h",
  "aria-describedby": isMissing ? "e" : hint ? "d" : undefined,
});

function writing({ lines, longest, placeholder, description, optional }: AskedQuestion, asking: Asking): HTMLElement {
  const properties = {
    ...{ class: "write", "data-first": "", maxlength: longest ?? 5_000, placeholder },
    ...described(asking.isMissing, Boolean(description || optional)),
  };
  const made =
    lines === "one" ? h("input", { type: "text", ...properties }) : h("textarea", { rows: 4, ...properties });
  const field = made as HTMLInputElement | HTMLTextAreaElement;
  if (typeof asking.answer === "string") field.value = asking.answer;
  field.addEventListener("input", () => asking.set(field.value.trim() || null));
  return field;
}

type Option = { readonly id: string | number; readonly label: string };

function choosing(
  { type, description, optional }: AskedQuestion,
  options: readonly Option[],
  asking: Asking,
  look = "list",
): HTMLElement {
  const isMany = type === "multiple";
  const given = Array.isArray(asking.answer) ? asking.answer : [asking.answer];
  const boxes: HTMLInputElement[] = [];
  const set = () => {
    const chosen = options.filter((_, at) => boxes[at]?.checked).map(({ id }) => id);
    asking.set(isMany ? (chosen.length > 0 ? (chosen as string[]) : null) : (chosen[0] ?? null));
  };
  const labels = options.map(({ id, label }) => {
    const isChosen = given.includes(id as string);
    const box = h("input", { type: isMany ? "checkbox" : "radio", name: "a", value: id }) as HTMLInputElement;
    box.checked = isChosen;
    box.addEventListener("change", set);
    boxes.push(box);
    return h("label", {}, box, h("span", {}, label));
  });
  const first = boxes.find(({ checked }) => checked) ?? boxes[0];
  first?.setAttribute("data-first", "");
  const properties = described(asking.isMissing, Boolean(description || optional));
  return h("div", { role: isMany ? "group" : "radiogroup", class: look, ...properties }, ...labels);
}
