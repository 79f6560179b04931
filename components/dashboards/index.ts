/** The pages of the studio except the canvas, and the pieces of them that the editor shows too. */
export { ContentEditorPage } from "./content/content-editor-page.tsx";
export { ContentPage } from "./content/content-page.tsx";
export { DeliveriesPage } from "./deliveries/deliveries-page.tsx";
export { EnrollmentsPage } from "./enrollments/enrollments-page.tsx";
export { EventsPage } from "./events/events-page.tsx";
export { JourneyFrame } from "./journey/journey-frame.tsx";
export { JourneySettings } from "./journey-settings/journey-settings.tsx";
export { JourneysPage } from "./journeys/journeys-page.tsx";
export { LifecycleDialog } from "./lifecycle/lifecycle-dialog.tsx";
export { PeoplePage } from "./people/people-page.tsx";
export { PersonPage } from "./people/person-page.tsx";
export { PersonPicker } from "./people/person-picker.tsx";
export { SegmentPage } from "./segments/segment-page.tsx";
export { SegmentsPage } from "./segments/segments-page.tsx";
export { SettingsPage } from "./settings/settings-page.tsx";
export { EnrollmentPage } from "./timeline/enrollment-page.tsx";
export { VersionsPage } from "./versions/versions-page.tsx";
