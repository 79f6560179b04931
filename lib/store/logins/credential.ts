/** The provider of a login by password, as the account library names it. */
export const CREDENTIAL = "credential";
