/** The frame around every page, the pages outside the studio, and the small pieces all pages share. */
export { AuthFrame } from "./auth-frame.tsx";
export { BackLink } from "./back-link.tsx";
export { EmptyState } from "./empty-state.tsx";
export * from "./format.ts";
export { Logo } from "./logo.tsx";
export { Ago, Moment, useTimezone } from "./moment.tsx";
export { NotFound } from "./not-found.tsx";
export { Notice } from "./notice.tsx";
export { LoadingPage, Page } from "./page.tsx";
export { PageError } from "./page-error.tsx";
export { Pager } from "./pager.tsx";
export { ProblemNotice } from "./problem-notice.tsx";
export { Providers } from "./providers.tsx";
export { SearchInput } from "./search-input.tsx";
export { SignInForm } from "./sign-in-form.tsx";
export { StudioFrame } from "./studio-frame.tsx";
export { Welcome } from "./welcome.tsx";
