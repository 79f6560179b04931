import { languagesOf, publicPage } from "#http";
import { brandOf, surveyPage } from "#public-pages";
import { answerByLink, openSurvey, readSurveyForm, type SurveyStep, stepOf } from "#services/surveys";

type Opened = NonNullable<Awaited<ReturnType<typeof openSurvey>>>;

const view = ({ workspace }: Opened, step: SurveyStep) =>
  surveyPage({ ...step, brand: brandOf(workspace.name, workspace.settings) });

/** A survey on a page of its own: opening the link changes nothing, each answer is sent by its form. */
export const { GET, POST } = publicPage({
  show: async (token, request) => {
    const opened = await openSurvey(token, { response: null, languages: languagesOf(request) });
    const preselected = new URL(request.url).searchParams.get("answer");
    return opened && view(opened, stepOf(opened, { at: null, preselected, refused: null }));
  },
  take: async ({ token, form, request }) => {
    const { question, value, back, response } = readSurveyForm(form);
    const languages = languagesOf(request);
    if (back !== null) {
      const opened = await openSurvey(token, { response, languages });
      return opened && view(opened, stepOf(opened, { at: back, preselected: null, refused: null }));
    }
    const answered = await answerByLink(token, { response, languages, question, value });
    if (answered === null) return null;
    const { opened, faults } = answered;
    const refused = faults.length > 0 ? { value, faults } : null;
    return view(opened, stepOf(opened, { at: refused && question, preselected: null, refused }));
  },
});
