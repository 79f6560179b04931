/** What looking a large journey over takes long for; called by name in threads. */
export { findProblems } from "#engine";
