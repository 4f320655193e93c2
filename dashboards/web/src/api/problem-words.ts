import type { Words } from "../i18n/words.ts";

/** What went wrong and whose move it is, for the codes that people at a screen meet. Others get `UNKNOWN`'s words and their code. */
export const sv = {
  OFFLINE: {
    title: "Ingen kontakt med Hemvakt.",
    action: "Kontrollera nätet. Sidan försöker igen av sig själv. Behöver du agera nu: ring patienten eller jouren.",
  },
  UNKNOWN: { title: "Något gick fel.", action: "Försök igen. Händer det igen: säg till driften och ange koden." },
  UNAUTHENTICATED: { title: "Du är inte inloggad.", action: "Logga in igen." },
  CREDENTIALS_WRONG: {
    title: "Fel användarnamn eller lösenord.",
    action: "Kontrollera stavning och skiftlås. Har du glömt lösenordet: be administratören om ett nytt.",
  },
  FORBIDDEN: { title: "Din roll får inte göra det här.", action: "Be någon i teamet som får." },
  NOT_FOUND: {
    title: "Det här finns inte, eller så har ditt team ingen vårdrelation.",
    action: "Gå tillbaka till arbetslistan. Ska du ha åtkomst: be ansvarigt team.",
  },
  RATE_LIMIT: { title: "För många försök på kort tid.", action: "Vänta en minut och försök igen." },
  PRECONDITION_FAILED: { title: "Någon annan hann före.", action: "Läs vad som står nu och gör om det behövs." },
  ALERT_TRANSITION: { title: "Larmet är inte längre i det läget.", action: "Läs vad som står nu." },
  PROMISE_TOO_LATE: { title: "Så långt fram får löftet inte gå.", action: "Välj en tidigare tid." },
  PROMISE_PAST: { title: "Tiden har redan passerat.", action: "Välj en senare tid." },
  CSRF: { title: "Sidan är för gammal.", action: "Ladda om sidan och försök igen." },
  STORE_UNAVAILABLE: {
    title: "Hemvakt kan inte läsa sina data just nu.",
    action: "Försök igen om en stund. Driften har larmats.",
  },
  REQUEST_SHAPE: { title: "Något i det du skickade går inte att använda.", action: "Kontrollera det du fyllt i." },
  REQUEST_BODY: { title: "Något i det du skickade går inte att använda.", action: "Kontrollera det du fyllt i." },
  PUSH_SERVICE_UNKNOWN: {
    title: "Hemvakt får inte nå den här webbläsarens tjänst för aviseringar.",
    action: "Använd en annan webbläsare, eller be driften tillåta tjänsten.",
  },
  TEAM_CLOSED: { title: "Teamet är stängt.", action: "Be administratören." },
  REAUTHENTICATION_REQUIRED: { title: "En signatur kräver ditt lösenord igen.", action: "Skriv det och signera." },
  PHYSICIAN_REQUIRED: {
    title: "Planen har en ny text som ändrar behandlingen.",
    action: "Bara en läkare kan signera den. Be en läkare öppna utkastet.",
  },
  DRAFT_CLOSED: {
    title: "Utkastet är redan signerat eller kastat.",
    action: "Gå till vårdplanen och läs vad som gäller.",
  },
  DRAFT_OUTDATED: {
    title: "En annan version har signerats sedan utkastet började.",
    action: "Stäng rutan, jämför och ta utkastet till den versionen.",
  },
  PLAN_BACKDATED: { title: "En plan kan inte gälla bakåt i tiden.", action: "Låt den gälla från nu." },
  COVERAGE_HOLE: {
    title: "Med det här finns tider inom 30 dagar då ingen svarar.",
    action: "Stäng luckorna först, eller skriv varför det är meningen.",
  },
  code: "Kod",
} as const;

export const en: Words<typeof sv> = {
  OFFLINE: {
    title: "No contact with Hemvakt.",
    action:
      "Check the network. The page tries again by itself. If you must act now: phone the patient or whoever is on call.",
  },
  UNKNOWN: {
    title: "Something went wrong.",
    action: "Try again. If it happens again, tell operations and give the code.",
  },
  UNAUTHENTICATED: { title: "You are not signed in.", action: "Sign in again." },
  CREDENTIALS_WRONG: {
    title: "Wrong user name or password.",
    action: "Check spelling and caps lock. If you have forgotten it, ask the administrator for a new one.",
  },
  FORBIDDEN: { title: "Your role may not do this.", action: "Ask somebody in the team who may." },
  NOT_FOUND: {
    title: "This does not exist, or your team has no care relation.",
    action: "Go back to the worklist. If you should have access, ask the responsible team.",
  },
  RATE_LIMIT: { title: "Too many attempts in a short time.", action: "Wait a minute and try again." },
  PRECONDITION_FAILED: {
    title: "Somebody else was first.",
    action: "Read what it says now, and do it again if needed.",
  },
  ALERT_TRANSITION: { title: "The alert is no longer in that state.", action: "Read what it says now." },
  PROMISE_TOO_LATE: { title: "A promise may not go that far ahead.", action: "Choose an earlier time." },
  PROMISE_PAST: { title: "That time has passed already.", action: "Choose a later time." },
  CSRF: { title: "The page is too old.", action: "Reload the page and try again." },
  STORE_UNAVAILABLE: {
    title: "Hemvakt can't read its data right now.",
    action: "Try again in a while. Operations have been told.",
  },
  REQUEST_SHAPE: { title: "Something in what you sent can't be used.", action: "Check what you filled in." },
  REQUEST_BODY: { title: "Something in what you sent can't be used.", action: "Check what you filled in." },
  PUSH_SERVICE_UNKNOWN: {
    title: "Hemvakt may not reach this browser's notification service.",
    action: "Use another browser, or ask operations to allow the service.",
  },
  TEAM_CLOSED: { title: "The team is closed.", action: "Ask the administrator." },
  REAUTHENTICATION_REQUIRED: { title: "A signature needs your password again.", action: "Write it and sign." },
  PHYSICIAN_REQUIRED: {
    title: "The plan has a new text that changes treatment.",
    action: "Only a physician can sign it. Ask a physician to open the draft.",
  },
  DRAFT_CLOSED: {
    title: "The draft has been signed or discarded already.",
    action: "Go to the care plan and read what holds.",
  },
  DRAFT_OUTDATED: {
    title: "Another version has been signed since the draft was begun.",
    action: "Close this, compare, and bring the draft up to that version.",
  },
  PLAN_BACKDATED: { title: "A plan can't hold for the past.", action: "Let it hold from now on." },
  COVERAGE_HOLE: {
    title: "Then nobody would answer at some time within 30 days.",
    action: "Close the gaps first, or write why it is meant.",
  },
  code: "Code",
};
