import { registerWorker } from "../offline/worker.ts";

/** This browser as somebody to tell: its permission, its worker, its subscription (Push API, W3C). */

/** Why nobody can be told here: the browser can't at all, or somebody has said no. */
export type Obstacle = "unsupported" | "denied";

/** What stands in the way before anybody has been asked; nothing where it can be tried. */
export const obstacle = (): Obstacle | undefined => {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "unsupported";
  return Notification.permission === "denied" ? "denied" : undefined;
};

/**
 * Asks for permission and subscribes.
 * @param key the platform's public key, base64url
 * @returns what the API wants to know of it, or what stands in the way
 * @throws DOMException when the browser can't reach its push service
 */
export async function subscribe(key: string): Promise<PushSubscriptionJSON | Obstacle> {
  const known = obstacle();
  if (known) return known;
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  await registerWorker();
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return subscription.toJSON();
}

const browsers = [
  ["Edg/", "Edge"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS", "Mac"],
  ["Linux", "Linux"],
] as const;

/** What a browser calls itself, short enough to be known again in a list: "Chrome, Android". */
export function labelOf(userAgent: string): string {
  const first = (some: readonly (readonly [string, string])[]): string | undefined =>
    some.find(([mark]) => userAgent.includes(mark))?.[1];
  return [first(browsers), first(systems)].filter((name) => name !== undefined).join(", ") || "?";
}
