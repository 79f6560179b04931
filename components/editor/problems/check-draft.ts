/** The engine's check of a document, in a file of its own: with CEL and regular expressions it is a third of the editor. */
export { findProblems as checkDraft } from "#engine";
