const WORKER = "/worker.js";

/** Registers the service worker, or takes the one that is there already: there is one for each origin. */
export const registerWorker = (): Promise<ServiceWorkerRegistration> => navigator.serviceWorker.register(WORKER);

/** How often it is asked whether there is a newer version, in milliseconds. */
const ASK = 3_600_000;

/**
 * Has the app's files kept so that it opens without a network, and listens for newer versions.
 * @param onNewer a newer version is here and waits
 * @returns stops listening
 */
export function keepApp(onNewer: (waiting: ServiceWorker) => void): () => void {
  if (!("serviceWorker" in navigator)) return () => undefined;
  let stopped = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const tell = (waiting: ServiceWorker | null): void => {
    // The very first one replaces nothing.
    if (!stopped && waiting !== null && navigator.serviceWorker.controller !== null) onNewer(waiting);
  };
  const begin = async (): Promise<void> => {
    const registration = await registerWorker();
    if (stopped) return;
    tell(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      coming?.addEventListener("statechange", () => coming.state === "installed" && tell(coming));
    });
    // Without a network the answer is no, and it is asked again.
    timer = setInterval(() => void registration.update().catch(() => undefined), ASK);
  };
  // A browser that keeps nothing (private windows, a full disk) still shows everything while there is a network.
  void begin().catch(() => undefined);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

/** Goes over to the newer version; the page is loaded anew when it has taken over. */
export function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
  waiting.postMessage("take over");
}
