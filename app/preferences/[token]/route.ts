import { publicPage } from "#http";
import { brandOf, languageOfPage, preferencesPage } from "#public-pages";
import { openPreferences, type PreferenceModel, readPreferenceForm, savePreferences } from "#services/consent";

const view = (model: PreferenceModel, isSaved: boolean) => {
  const { workspace, person } = model.opened;
  // A language that was chosen a moment ago counts at once.
  const traits = { ...person.traits, ...(model.language === null ? {} : { language: model.language }) };
  return preferencesPage({
    ...model,
    brand: brandOf(workspace.name, workspace.settings),
    pageLanguage: languageOfPage(traits, workspace.settings),
    now: Date.now(),
    isSaved,
  });
};

/** What a person wants to receive; the link in a message is the proof of who they are. */
export const { GET, POST } = publicPage({
  show: async (token) => {
    const model = await openPreferences(token);
    return model && view(model, false);
  },
  take: async ({ token, form }) => {
    const model = await savePreferences(token, readPreferenceForm(form));
    return model && view(model, true);
  },
});
