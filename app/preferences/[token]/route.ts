import { publicPage } from "#http";
import { brandOf, preferencesPage } from "#public-pages";
import { openPreferences, type PreferenceModel, readPreferenceForm, savePreferences } from "#services/consent";

const view = (model: PreferenceModel, isSaved: boolean) => {
  const { workspace } = model.opened;
  return preferencesPage({ ...model, brand: brandOf(workspace.name, workspace.settings), now: Date.now(), isSaved });
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
