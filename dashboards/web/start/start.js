// What the page gains from a script: the platform's state, lines with this platform's address, and copying them.

const words = {
  sv: { ready: "● redo", failing: "▲ inte redo", away: "▲ svarar inte", copy: "Kopiera", copied: "Kopierat" },
  en: { ready: "● ready", failing: "▲ not ready", away: "▲ no answer", copy: "Copy", copied: "Copied" },
};
const english = document.getElementById("en");
const ready = document.getElementById("ready");
const language = () => (english.checked ? "en" : "sv");
let state = "";

function show() {
  document.documentElement.lang = language();
  const text = words[language()];
  ready.textContent = state === "" ? "" : text[state];
  ready.className = state === "ready" ? "state ok" : "state failing";
  for (const button of document.querySelectorAll("pre button")) button.textContent = text.copy;
}

async function look() {
  try {
    const answer = await fetch("/health/ready");
    state = answer.ok ? "ready" : "failing";
  } catch {
    state = "away";
  }
  show();
}

for (const line of document.querySelectorAll("pre code")) {
  // Started on another port, the page knows it.
  line.textContent = line.textContent.replaceAll("http://127.0.0.1:8080", location.origin);
  // Browsers copy for scripts only where the page is served securely or from this machine.
  if (!navigator.clipboard) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(line.textContent);
    button.textContent = words[language()].copied;
  });
  line.after(button);
}

const remembered = localStorage.getItem("language");
if (remembered === "en" || (remembered === null && !navigator.language.startsWith("sv"))) english.checked = true;
for (const choice of document.querySelectorAll("input[name=language]")) {
  choice.addEventListener("change", () => {
    localStorage.setItem("language", language());
    show();
  });
}
show();
await look();
setInterval(look, 10_000);
