import type { Platform } from "../peers/hemvakt.ts";

/** Signs in as a script would. @returns the Authorization header */
export async function signIn(
  platform: Pick<Platform, "http">,
  credentials: { readonly username: string; readonly password: string },
): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${platform.http}/api/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...credentials, kind: "bearer" }),
  });
  if (!response.ok) throw new Error(`signing in: ${response.status} ${await response.text()}`);
  return `Bearer ${((await response.json()) as { token: string }).token}`;
}
