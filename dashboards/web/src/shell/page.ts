const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="hemvakt-${name}"]`)?.content ?? "";

/** This answer's nonce of the Content-Security-Policy, for the styles that are made while the page runs. */
export const nonce = meta("nonce");

/** Whether everybody here is made up. */
export const isDemo = meta("demo") === "true";
