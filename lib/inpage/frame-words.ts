/** What the frame around content says by itself, to people who hear it. */
export type FrameWords = {
  readonly close: string;
  readonly open: string;
  readonly fold: string;
  readonly done: string;
};

const ENGLISH: FrameWords = { close: "Close", open: "Open", fold: "Minimise", done: "Done" };

const WORDS: Readonly<Record<string, FrameWords>> = {
  de: { close: "Schließen", open: "Öffnen", fold: "Minimieren", done: "Erledigt" },
  es: { close: "Cerrar", open: "Abrir", fold: "Minimizar", done: "Hecho" },
  fr: { close: "Fermer", open: "Ouvrir", fold: "Réduire", done: "Terminé" },
  it: { close: "Chiudi", open: "Apri", fold: "Riduci", done: "Fatto" },
  nl: { close: "Sluiten", open: "Openen", fold: "Minimaliseren", done: "Klaar" },
  pl: { close: "Zamknij", open: "Otwórz", fold: "Zwiń", done: "Gotowe" },
  pt: { close: "Fechar", open: "Abrir", fold: "Minimizar", done: "Concluído" },
};

/** In the language of the content, else in English. */
export const frameWords = (language: string): FrameWords =>
  WORDS[language.split("-")[0]?.toLowerCase() ?? ""] ?? ENGLISH;
