import { expect, it } from "vitest";
import { planInWords } from "./plan-in-words.ts";
import { preset } from "./presets.ts";

it("says a whole plan part by part, in both languages", () => {
  const plan = preset(["heart-failure", "copd"], {
    treatmentLimitation: "Inte till sjukhus.",
    saturationTarget: { range: "88-92", setOn: "2026-11-01", setBy: "doris" },
    measureAgain: { enabled: true, cap: 2 },
    patientLanguage: "en",
    texts: [],
  });
  const lines = planInWords(plan);
  const said = (language: "sv" | "en"): string[] => lines.map(({ sentence }) => sentence[language]);
  expect(said("sv")).toEqual(
    expect.arrayContaining([
      "Vikten upp mer än 2,0 kg på 3 dagar: rött larm",
      "vikt varje dag 06:00–10:00",
      "Diagnoser: hjärtsvikt, KOL",
      "Målsaturation: 88–92 %",
      "Mät igen före larm: på, högst 2 om dagen",
      "Patientens språk: engelska",
      "Texter till patienten: 0 texter",
      "Behandlingsbegränsning: Inte till sjukhus.",
    ]),
  );
  expect(said("en")).toContain("Conditions: heart failure, COPD");
  expect(new Set(lines.map(({ part, id }) => `${part}/${id}`)).size).toBe(lines.length);
});
