/** What a survey says by itself, in pages and on its own page. */
export type SurveyWords = {
  readonly next: string;
  readonly back: string;
  readonly send: string;
  readonly optional: string;
  readonly missing: string;
  readonly thanks: string;
};

const ENGLISH: SurveyWords = {
  next: "Next",
  back: "Back",
  send: "Send",
  optional: "optional",
  missing: "Please answer this question.",
  thanks: "Thank you",
};

type InOrder = readonly [next: string, back: string, send: string, optional: string, missing: string, thanks: string];

const words = (...[next, back, send, optional, missing, thanks]: InOrder): SurveyWords => ({
  ...{ next, back, send, optional, missing, thanks },
});

const WORDS: Readonly<Record<string, SurveyWords>> = {
  de: words("Weiter", "Zurück", "Senden", "freiwillig", "Bitte beantworten Sie diese Frage.", "Vielen Dank"),
  es: words("Siguiente", "Atrás", "Enviar", "opcional", "Responda esta pregunta, por favor.", "Gracias"),
  fr: words("Suivant", "Retour", "Envoyer", "facultatif", "Veuillez répondre à cette question.", "Merci"),
  it: words("Avanti", "Indietro", "Invia", "facoltativo", "Rispondi a questa domanda, per favore.", "Grazie"),
  nl: words("Volgende", "Terug", "Versturen", "optioneel", "Beantwoord deze vraag alstublieft.", "Bedankt"),
  pl: words("Dalej", "Wstecz", "Wyślij", "opcjonalne", "Odpowiedz na to pytanie.", "Dziękujemy"),
  pt: words("Seguinte", "Voltar", "Enviar", "opcional", "Responda a esta pergunta, por favor.", "Obrigado"),
};

/** In the language of the survey, else in English. */
export const surveyWords = (language: string): SurveyWords =>
  WORDS[language.split("-")[0]?.toLowerCase() ?? ""] ?? ENGLISH;
