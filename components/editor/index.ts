/** The editor of journeys: the canvas to build on, and the same canvas live. */
export { JourneyEditor, type JourneyEditorProps } from "./journey-editor.tsx";
