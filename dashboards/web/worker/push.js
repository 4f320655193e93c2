// The service worker's part that shows what is pushed to this browser. What comes names nobody: which team, how severe, when.
const inLanguage = (said) => (navigator.language.startsWith("en") ? said.en : said.sv);

self.addEventListener("push", (event) => {
  const { id, title, body, look, severity } = event.data.json();
  event.waitUntil(
    self.registration.showNotification(inLanguage(title), {
      body: inLanguage(body),
      // The same notification again replaces the one before.
      tag: id,
      requireInteraction: severity === "red",
      data: { look },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const wanted = new URL(event.notification.data.look, self.location.origin);
  const address = wanted.origin === self.location.origin ? wanted.href : self.location.origin;
  const open = async () => {
    const [window] = await self.clients.matchAll({ type: "window" });
    if (window === undefined) return self.clients.openWindow(address);
    await window.navigate(address);
    return window.focus();
  };
  event.waitUntil(open());
});
