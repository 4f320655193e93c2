const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="hemvakt-${name}"]`)?.content ?? "";

/** This answer's nonce of the Content-Security-Policy, for the styles that are made while the page runs. */
export const nonce = meta("nonce");

/** Which app this is when somebody puts it on their home screen: the team's, or the patient's page. */
export function sayManifest(path: string): void {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = path.startsWith("/home") ? "/home.webmanifest" : "/app.webmanifest";
  document.head.append(link);
}

/** Whether everybody here is made up. */
export const isDemo = meta("demo") === "true";
