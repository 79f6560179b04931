import type { Offered, Surveys } from "./view.ts";

/** The address of the file that asks surveys, beside this one; the build writes it here. */
declare const SURVEYS: string;

const load = (): Promise<Surveys> =>
  typeof SURVEYS === "string"
    ? import(/* @vite-ignore */ /* webpackIgnore: true */ new URL(SURVEYS, import.meta.url).href)
    : import("../surveys/index.ts");

const isSurvey = ({ document }: Offered): boolean => document.parts.questions !== undefined;

/** What asks surveys, loaded with the first of them; `loaded` is called once it is there. */
export function openSurveys(loaded: () => void) {
  let surveys: Surveys | null = null;
  let isAsked = false;
  return {
    get present(): Surveys | null {
      return surveys;
    },
    /** Those of the content that can be shown now. */
    showable(content: readonly Offered[]): Offered[] {
      if (!isAsked && content.some(isSurvey)) {
        isAsked = true;
        load().then(
          (file) => {
            surveys = file;
            loaded();
          },
          (error) => console.warn("Sojourn cannot show a survey:", error),
        );
      }
      return content.filter((one) => {
        const { blocks, steps, items } = one.document.parts;
        return isSurvey(one) ? surveys !== null : (blocks ?? steps ?? items);
      });
    },
  };
}
