/**
 * Questionnaires whose coded answers rules can judge, each with its one version. Devices may send others; they are kept and
 * shown. A question here is what the answer is filed under, not the words that a patient reads.
 */
type Question =
  /** true or false, "yes" or "no". */
  | { readonly kind: "yes-no" }
  /** One of these; those listed as present count. */
  | { readonly kind: "choice"; readonly answers: Readonly<Record<string, boolean>> }
  /** A number from 0 to the highest; it is the score itself. */
  | { readonly kind: "scale"; readonly highest: number };

const yesNo = { kind: "yes-no" } as const;

const questionnaireTable = {
  // BEAT-HF daily symptom questions (Trials 2014;15:124).
  "beat-hf": {
    version: "1",
    questions: {
      "more-breathless": yesNo,
      "more-swelling": yesNo,
      dizzy: yesNo,
      "woke-breathless": yesNo,
      "slept-propped-up": yesNo,
      "compared-with-yesterday": {
        kind: "choice",
        answers: { same: false, better: false, worse: true, "much-worse": true },
      },
    },
  },
  // The three cardinal symptoms of an exacerbation (Anthonisen et al., Ann Intern Med 1987;106:196).
  anthonisen: {
    version: "1",
    questions: { "more-dyspnoea": yesNo, "more-sputum": yesNo, "sputum-purulent": yesNo },
  },
  // Breathlessness on a visual analogue scale.
  "dyspnoea-vas": { version: "1", questions: { dyspnoea: { kind: "scale", highest: 10 } } },
} as const satisfies Record<string, { version: string; questions: Readonly<Record<string, Question>> }>;

export type Questionnaire = keyof typeof questionnaireTable;

/** The questionnaires, by name. */
export const questionnaires: Readonly<
  Record<Questionnaire, { readonly version: string; readonly questions: Readonly<Record<string, Question>> }>
> = questionnaireTable;

/** All questionnaires' names. */
export const questionnaireNames = Object.keys(questionnaireTable) as readonly Questionnaire[];

/** Answers as stored, by question. */
export type Answers = {
  readonly questionnaire: string;
  readonly version: string;
  readonly given: Readonly<Record<string, string | number | boolean>>;
};

/** How many points a questionnaire can come to. */
export const highestScore = (questionnaire: Questionnaire): number =>
  Object.values(questionnaires[questionnaire].questions).reduce(
    (sum, question) => sum + (question.kind === "scale" ? question.highest : 1),
    0,
  );

/** The points of one answer; `undefined` when there is none that can be read. */
function pointsOf(question: Question, answer: string | number | boolean | undefined): number | undefined {
  switch (question.kind) {
    case "yes-no":
      if (answer === true || answer === "yes") return 1;
      return answer === false || answer === "no" ? 0 : undefined;
    case "choice": {
      if (typeof answer !== "string" || !Object.hasOwn(question.answers, answer)) return undefined;
      return question.answers[answer] ? 1 : 0;
    }
    case "scale":
      return typeof answer === "number" && answer >= 0 && answer <= question.highest ? Math.floor(answer) : undefined;
  }
}

/** What the answers come to, and which questions have none that can be read: an unanswered question is never a no. */
export function scoreOf(
  questionnaire: Questionnaire,
  given: Answers["given"],
): { score: number; unanswered: string[] } {
  let score = 0;
  const unanswered: string[] = [];
  for (const [name, question] of Object.entries(questionnaires[questionnaire].questions)) {
    const points = pointsOf(question, Object.hasOwn(given, name) ? given[name] : undefined);
    if (points === undefined) unanswered.push(name);
    else score += points;
  }
  return { score, unanswered };
}
