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
  EQUIPMENT_PLACE: {
    title: "Där den är nu går det inte.",
    action: "Se efter var den är. Ta in det som är på lagning i lager först.",
  },
  EQUIPMENT_NOT_LENT: { title: "Ingen har den just nu.", action: "Läs vad som står nu." },
  EQUIPMENT_NOT_EMPTIED: {
    title: "Navet har inte varit anslutet sedan förra patienten och kan ha kvar dennes mätningar.",
    action: "Slå på navet tills det har varit anslutet, eller ange att du har tömt minnet för hand.",
  },
  ASSIGNMENT_OVERLAP: {
    title: "Någon annan har redan apparaten den tiden.",
    action: "Ta tillbaka den först.",
  },
  ENROLMENT_ENDED: { title: "Patienten är utskriven ur hemmonitoreringen.", action: "Välj en annan patient." },
  ALREADY_EXISTS: { title: "Märkningen finns redan.", action: "Kontrollera märkningen eller välj en annan." },
  COVERAGE_HOLE: {
    title: "Då svarar ingen för någon patient under en tid.",
    action: "Fyll luckorna först, eller skriv varför det ska vara så ändå.",
  },
  TEAM_CLOSED: { title: "Teamet är nedlagt.", action: "Välj ett team som finns kvar." },
  SHIFT_PERIOD: { title: "Passet kan inte ha den tiden.", action: "Välj en tid som inte har passerat, inom passet." },
  SHIFT_MEMBER: { title: "Bara medlemmar kan ha jour i teamet.", action: "Välj en annan person." },
  SHIFT_TWICE: {
    title: "Personen har redan den rollen då.",
    action: "Avsluta det andra passet först, eller välj en annan.",
  },
  HANDOVER_DECIDED: { title: "Erbjudandet är redan besvarat.", action: "Läs vad som står nu." },
  HANDOVER_OFFERED: { title: "Det är redan erbjudet ett team.", action: "Ta tillbaka det erbjudandet först." },
  HANDOVER_PERIOD: { title: "Tiderna går inte ihop.", action: "Välj en tid efter att erbjudandet har gått ut." },
  HANDOVER_EMPTY: { title: "Det finns inget öppet att lämna över.", action: "Läs vad som står nu." },
  READING_STATE: { title: "Någon annan hann före.", action: "Läs vad som står nu." },
  SNOOZE_ENDED: { title: "Pausen är redan slut.", action: "Läs vad som står nu." },
  UNDO_TOO_LATE: { title: "Det går inte att ångra längre.", action: "Läs vad som står nu." },
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
  EQUIPMENT_PLACE: {
    title: "Where it is now does not allow this.",
    action: "See where it is. Bring what is in repair back into stock first.",
  },
  EQUIPMENT_NOT_LENT: { title: "Nobody has it now.", action: "Read what it says now." },
  EQUIPMENT_NOT_EMPTIED: {
    title: "The hub has not been connected since its last patient and may still hold that patient's readings.",
    action: "Switch the hub on until it has been connected, or say that you have emptied its memory by hand.",
  },
  ASSIGNMENT_OVERLAP: { title: "Somebody else has the device at that time already.", action: "Take it back first." },
  ENROLMENT_ENDED: { title: "The patient is no longer enrolled.", action: "Choose another patient." },
  ALREADY_EXISTS: { title: "That label is taken.", action: "Check the label or choose another." },
  COVERAGE_HOLE: {
    title: "Then nobody would answer for some patient for a while.",
    action: "Close the holes first, or say why it is to be so nevertheless.",
  },
  TEAM_CLOSED: { title: "The team is closed for good.", action: "Choose a team that is still there." },
  SHIFT_PERIOD: {
    title: "The turn can't have that time.",
    action: "Choose a time that hasn't passed, within the turn.",
  },
  SHIFT_MEMBER: { title: "Only members can be on the team's rota.", action: "Choose another person." },
  SHIFT_TWICE: {
    title: "The person has that role then already.",
    action: "End the other turn first, or choose another.",
  },
  HANDOVER_DECIDED: { title: "The offer has been answered already.", action: "Read what it says now." },
  HANDOVER_OFFERED: { title: "It is offered to a team already.", action: "Take that offer back first." },
  HANDOVER_PERIOD: { title: "The times don't go together.", action: "Choose a time after the offer has run out." },
  HANDOVER_EMPTY: { title: "There is nothing open to hand over.", action: "Read what it says now." },
  READING_STATE: { title: "Somebody else was first.", action: "Read what it says now." },
  SNOOZE_ENDED: { title: "The snooze is over already.", action: "Read what it says now." },
  UNDO_TOO_LATE: { title: "It can't be taken back any more.", action: "Read what it says now." },
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
  code: "Code",
};
