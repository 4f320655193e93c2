/** What can go wrong for a patient, and what stands against it. The page in docs/clinical is made of this list. */

export type Hazard = {
  readonly title: string;
  /** The sequence of events. */
  readonly how: string;
  readonly harm: string;
  readonly controls: readonly Control[];
  /** What nothing here prevents. */
  readonly remains: string;
};

export type Control = {
  readonly what: string;
  /** Each test that shows it: its file, and its name as it stands there. */
  readonly tests: readonly (readonly [file: string, name: string])[];
};

const INGEST = "src/ingest/ingest.test.ts";
const BELONGING = "src/ledger/belonging.test.ts";
const LIFECYCLE = "src/alerts/lifecycle.test.ts";
const WRITER = "src/ledger/writer.test.ts";
const ESCALATION = "src/ledger/escalation.test.ts";
const NIGHT = "test/acceptance/night.test.ts";
const TWO_PLANS = "src/ingest/two-plans.test.ts";
const ASKING = "src/ingest/asking.test.ts";
const TEXTS = "src/ingest/texts.test.ts";
const HEARTBEAT = "test/acceptance/heartbeat.test.ts";
const EVALUATE = "src/rules/evaluate.test.ts";

const SAFETY_NEVER_EXCUSED = [
  EVALUATE,
  "any value beyond it is a red finding, whatever the flags, the clock and the plan's other rules",
] as const;

export const hazards: readonly Hazard[] = [
  {
    title: "A limit is wrong",
    how:
      "It is set in the wrong unit or direction, is a hair off through rounding, is left at a preset that doesn't suit the " +
      "patient, or the sentence in the guideline is read in another way than the clinician meant it.",
    harm: "Worsening is not told; or so much is told that nobody looks any more.",
    controls: [
      {
        what: "A limit is a value with its unit; units that don't belong to the metric are refused.",
        tests: [["src/domain/plan.test.ts", "amounts and limits in stored integers"]],
      },
      {
        what: "Numbers compare exactly, in whole grams, tenths of mmHg and so on: equal is inside, one unit more is not.",
        tests: [
          [INGEST, "exactly 2.0 kg is inside"],
          ["src/domain/unit.test.ts", "%s in %s is the nearest stored integer, the even one of two"],
        ],
      },
      {
        what: "The two readings of “2 kg in 3 days” are named apart in plan and sentence, and every worked example is a test.",
        tests: [
          ["src/rules/explain.test.ts", "the two readings of a change are told apart"],
          ["src/rules/catalogue.test.ts", "$kind: $story"],
        ],
      },
      {
        what: "Presets warn before their safety limits, and in yellow before red; none is looser for having several conditions.",
        tests: [
          ["src/rules/presets.test.ts", "warns before its safety limits are reached"],
          ["src/rules/presets.test.ts", "is nowhere looser than the preset of one of its conditions"],
        ],
      },
      {
        what: "General safety limits hold without any plan, and for readings that belong to nobody yet.",
        tests: [
          [INGEST, "without any plan the general safety limits hold"],
          [INGEST, "an unassigned oximeter at 79 %: nobody's, but red at once"],
        ],
      },
      {
        what: "Whoever signs sees what a draft changes, in words, and what it would have done over the patient's last weeks.",
        tests: [
          ["src/api/plan-drafts.test.ts", "in a draft that says what it changes, and signs it as version 2"],
          [
            "src/rehearsal/patient.test.ts",
            "loosened to 2.5 kg: fewer, and the one that was true would have been missed",
          ],
          [
            "src/rehearsal/run.property.test.ts",
            "over recorded history, plans and acts it gives exactly the alerts that the ledger recorded",
          ],
        ],
      },
      {
        what: "A plan is signed by name, with a password given just now; one altered digit of it is seen.",
        tests: [
          [
            "src/api/plans.test.ts",
            "needs the password again five minutes after it was given; a wrong one opens nothing",
          ],
          ["src/api/plans.test.ts", "carries a digest of what was signed, and one altered digit of a limit is seen"],
        ],
      },
    ],
    remains:
      "A limit that is wrong for this patient and was signed all the same. Presets are proposals without clinical approval.",
  },
  {
    title: "Data come late or in another order",
    how:
      "The hub was without coverage and sends hours later; a device empties its memory newest first; the same reading comes " +
      "twice; a reading that others are compared with comes after them.",
    harm: "A finding is missed, told twice, or told as if it were new.",
    controls: [
      {
        what: "What is judged depends on the readings that are stored, not on how they came.",
        tests: [
          [INGEST, "a memory emptied newest first gives the same alert as one emptied in order"],
          [INGEST, "the weight of three days ago comes after today's: today's is judged again"],
          [EVALUATE, "judgements don't depend on the order or repetition in which the history came"],
        ],
      },
      {
        what: "What comes late is said to be late; what is older than what matters is kept and alerts nobody.",
        tests: [
          [INGEST, "a late reading within the day opens an alert marked late"],
          [INGEST, "what is older than a day is history: kept, judged, alerting nobody"],
        ],
      },
      {
        what: "The same reading again changes nothing, also a year later.",
        tests: [
          [INGEST, "the same bytes again change nothing"],
          [
            "src/retention/retention.test.ts",
            "message ids: the same bytes again are still the same reading, a year later",
          ],
        ],
      },
      {
        what: "The plan of then judges, and the plan of now where the value is the newest; what was open is never rewritten.",
        tests: [
          [TWO_PLANS, "opens one by the plan of now, though the plan of then let it be"],
          [TWO_PLANS, "a new plan judges no history, and leaves what is open as it is"],
          [
            TWO_PLANS,
            "joins an alert that somebody has taken on, shown as late; beyond the safety limit it reopens it",
          ],
        ],
      },
      {
        what: "Random histories in random orders, with duplicates, delays and corrections, come to the same findings.",
        tests: [
          ["test/order/order.test.ts", "makes no difference to what is found"],
          ["test/order/order.test.ts", "an engine that lets the value stand for a date that came first"],
        ],
      },
    ],
    remains: "What never arrives. A worsening during an outage is told when the readings come, with how late they are.",
  },
  {
    title: "Patients are mixed up",
    how:
      "A visitor steps on the scale; two people share a device; a device is lent to the next patient with the last one's " +
      "readings in its memory; a hub speaks for a device that is not behind it.",
    harm: "One person's values are acted on in another, or a real worsening drowns in somebody else's values.",
    controls: [
      {
        what: "Whose a reading is follows from what is lent to whom and from the device's user slot, never from the value.",
        tests: [
          [INGEST, "user slots tell two people on one scale apart; an unknown slot is nobody's and both teams hear"],
          [INGEST, "a device of another hub is a stranger here"],
          [INGEST, "overlapping assignments are refused"],
        ],
      },
      {
        what: "A reading that was somebody else's is moved: judged there, withdrawn here, with the old decision visible.",
        tests: [
          [
            INGEST,
            "a reading moved to its real owner is judged there; what it caused here is withdrawn and stays visible",
          ],
          [
            BELONGING,
            "withdraws a finding that only compared with it: the visitor's weight three days ago was no weight of Greta's",
          ],
          [BELONGING, "takes back prompts to measure again that were not shown yet"],
        ],
      },
      {
        what: "Lending, returning and exchanging equipment ends and begins periods; a hub that may still hold readings is not lent on unsaid.",
        tests: [
          [
            "test/acceptance/hub-life.test.ts",
            "a box arrives, is provisioned by its code, lent to Greta, rotated, repaired, returned, and goes on to Soheil",
          ],
        ],
      },
      {
        what: "Another team's staff see nothing of a patient, not even that there is one.",
        tests: [[NIGHT, "another team's nurse sees nothing of it, not even that it exists"]],
      },
      {
        what: "A reading that tells nothing of the patient is excluded with a reason, and what depended on it is decided again.",
        tests: [
          [
            "src/ledger/corrections.test.ts",
            "keeps its decision, counts nowhere, and its alert is withdrawn with the reason",
          ],
          ["src/ledger/corrections.test.ts", "the visitor's weight of three days ago: today's rise is none"],
        ],
      },
      {
        what: "When a patient has died or left, nothing goes to the home; what somebody measures there is nobody's and told as such.",
        tests: [
          [
            "src/api/enrolments.test.ts",
            "nothing is said to his home any more, what was open is closed, and his oximeter is to be fetched",
          ],
          [
            "src/api/enrolments.test.ts",
            "and somebody measures with it: nobody's, told at once beyond the general safety limits",
          ],
        ],
      },
    ],
    remains:
      "Somebody else on a personal scale whose weight is near the patient's. Readings without a time that a returned hub still " +
      "holds, where the next patient is given its devices without the lending step.",
  },
  {
    title: "An alert is not seen, or is forgotten",
    how:
      "Nobody looks; somebody takes it on and is called away; two think that the other has it; a second worsening hides behind " +
      "the first alert; a resolved alert keeps later findings silent.",
    harm: "Help comes late or not at all.",
    controls: [
      {
        what: "Taking an alert on carries a promise with a latest time; when it passes the alert is open again and nobody's.",
        tests: [
          [LIFECYCLE, "is open again the moment the promise passes, not before, and nobody has it"],
          [NIGHT, "gains 2.3 kg; the nurse is told at 23:55, takes it, forgets, is told again, and closes it"],
        ],
      },
      {
        what:
          "What nobody takes on is told further, step by step and then again and again; each step is decided once, also when " +
          "the platform dies at it.",
        tests: [
          [
            ESCALATION,
            "the municipality's nurse is told, then the next, who takes it and forgets; then all of them, until somebody has it",
          ],
          [ESCALATION, "red: the municipality is told, and the clinic's manager; whoever takes it there has it"],
          [
            "src/decision/escalating.test.ts",
            "each alert has an end, or a next time that has not passed; and whoever was to be told, is",
          ],
        ],
      },
      {
        what: "Of two at once one has it and the other is told who.",
        tests: [[NIGHT, "two nurses at once: one has it, the other is told who"]],
      },
      {
        what: "What gets worse is told again, whatever state the alert is in, also when it creeps by less than a step a day.",
        tests: [
          [LIFECYCLE, "creeping up by less than a step a day is told once it adds up to one"],
          [
            "src/alerts/lifecycle.property.test.ts",
            "people are always told before a value is a step beyond what they were last told",
          ],
        ],
      },
      {
        what: "What is open follows the patient to another team.",
        tests: [[INGEST, "what is open goes along, and both teams hear of it"]],
      },
    ],
    remains:
      "An alert that nobody takes on is told again and again; whether anybody hears it depends on rotas that are kept and on how " +
      "teams are reached.",
  },
  {
    title: "Nothing comes",
    how:
      "The patient doesn't measure, has fallen, is in hospital; the device, the hub or the network has failed; nobody knows " +
      "which.",
    harm: "No alert is taken for good news.",
    controls: [
      {
        what: "Each signal that the plan asks for is in exactly one state of silence, the same for people, timers and interfaces.",
        tests: [
          ["src/rules/silence.test.ts", "a signal with a schedule in force is in exactly one state, and can say so"],
        ],
      },
      {
        what: "After so many missed windows the team is told once, whatever the cause: a technical fault stops no clinical clock.",
        tests: [
          [
            "src/ledger/silence.test.ts",
            "her team is told on Sunday at ten, once, in words; and no more until something changes",
          ],
          ["src/rules/silence.test.ts", "a technical cause doesn't stop the count"],
        ],
      },
      {
        what: "Forty homes that lose the network together are one technical alert.",
        tests: [
          [
            "src/ledger/hubs-away.test.ts",
            "lose the network within five minutes: one alert, not forty; it ends when they are back",
          ],
        ],
      },
    ],
    remains: "What happens between two windows. A patient without a schedule is not waited for.",
  },
  {
    title: "The patient is told something wrong",
    how:
      "A text to take more of a drug reaches somebody dizzy or with low pressure, on a visitor's weight, a day too many, or on " +
      "a shared screen.",
    harm: "A drug is taken that should not be.",
    controls: [
      {
        what: "The platform makes up no words. A text that changes treatment is off unless turned on, and a physician signs it.",
        tests: [
          [TEXTS, "are nobody else's: without words nothing is said"],
          [TEXTS, "is a physician's to sign, and a nurse's to sign along once it stands"],
        ],
      },
      {
        what: "Everything must speak for it; what an exclusion asks about and nobody knows speaks against it. The team is told all the same.",
        tests: [
          ["src/rules/treatment.test.ts", "$case: $result"],
          ["src/rules/treatment.test.ts", "every reason has its row"],
          [TEXTS, "isn't shown with %s; the alert is there all the same"],
        ],
      },
      {
        what: "What becomes known later that day takes it back in words, with the number to ring.",
        tests: [
          [TEXTS, "that she has read is taken back in words when her pressure falls later that day"],
          [TEXTS, "is taken back when the weight was a visitor's"],
        ],
      },
      {
        what: "A shared screen shows only for whom there is a message.",
        tests: [[NIGHT, "wait for the hub, say only for whom on a shared screen, and come again until shown"]],
      },
    ],
    remains:
      "A text that was wrong when it was signed; one that is read before what speaks against it is known; a hub that is away when it is taken back.",
  },
  {
    title: "A clock is wrong",
    how:
      "A device's clock is unset, hours ahead or in summer time all year; the night when the clocks change has an hour twice; " +
      "a cut-off lies in an hour that doesn't exist.",
    harm: "A reading counts for the wrong day, so a rise is missed or made up; a value seems new and is old.",
    controls: [
      {
        what: "How far a time can be trusted is judged and said; what is uncertain is compared with by no rule.",
        tests: [
          [INGEST, "a store-and-forward hub without times: no change rule, but safety limits at once, marked"],
          [INGEST, "several of a kind with an unset clock are history and one technical alert"],
          [INGEST, "a clock ahead dates by receipt and tells the technician"],
          [EVALUATE, "a fixed limit accepts an uncertain time and says so"],
        ],
      },
      {
        what: "Nothing excuses a value beyond a safety limit, an uncertain time least of all.",
        tests: [SAFETY_NEVER_EXCUSED],
      },
      {
        what: "A day is a local date, never 24 hours.",
        tests: [
          ["src/domain/day.test.ts", "3 days across either change of the clocks are 3 local dates, not 72 hours"],
        ],
      },
    ],
    remains: "A clock that is wrong by less than can be noticed. The platform's own clock is the operator's to keep.",
  },
  {
    title: "The platform is silent",
    how: "It has crashed, its disk is full, its writer hangs, the power or the network is gone.",
    harm: "Everybody believes that all is well because nothing is heard.",
    controls: [
      {
        what: "A home is told “received” only when reading and decision are on disk; what was told survives a kill and a power cut.",
        tests: [
          [
            "test/crash/rounds.test.ts",
            "× kill -9 under load with redelivery: 0 acknowledged missing, 0 doubled, every reading has its decision",
          ],
          [
            "test/crash/rounds.test.ts",
            "× power cut under load with redelivery: 0 acknowledged missing, 0 doubled, every reading has its decision",
          ],
          ["test/crash/controls.test.ts", "acknowledging before the commit loses readings at a kill -9"],
        ],
      },
      {
        what: "A full disk or a locked store: nothing is acknowledged, and the same messages are taken afterwards, once.",
        tests: [
          [
            WRITER,
            "disk full: nothing of the batch is stored or acknowledged; with space again the same messages are taken, once",
          ],
        ],
      },
      {
        what: "Readiness says which check fails.",
        tests: [["src/api/health.test.ts", "not ready says which check fails, and stays alive"]],
      },
      {
        what: "Its own message goes the whole way a home's does; the age of the last one is there for whoever watches from outside.",
        tests: [
          [HEARTBEAT, "the platform's own message goes the whole way, is no command of the log, and its age is told"],
          [
            HEARTBEAT,
            "control: with a ledger that takes nothing no heartbeat is acknowledged, while the process looks well",
          ],
        ],
      },
      {
        what: "What could not come while the platform or a hub was down is waited for half an hour, and then decided.",
        tests: [
          [
            "test/acceptance/silence.test.ts",
            "the platform is stopped from nine to eleven: Greta's morning is decided at half past eleven",
          ],
          [
            "test/acceptance/silence.test.ts",
            "and comes back with nothing: her team is told half an hour later, and no longer once she has weighed herself",
          ],
        ],
      },
    ],
    remains: "Somebody outside must look: an outside watchdog and the power behind it are the operator's.",
  },
  {
    title: "A value is wrong",
    how:
      "Clothes on, a loose cuff, a cold finger, a child on the scale; a device that says “failed” in a value; bytes that are " +
      "garbled or of another model.",
    harm: "False alarms wear out trust; a false good value covers a bad one.",
    controls: [
      {
        what: "Bytes decode to a plausible value or to a coded refusal, never to something else: every byte of every example, changed to every other value.",
        tests: [
          ["devices/mutation.test.ts", "every byte takes every other value, once, and the original is left alone"],
          ["devices/catalogue.test.ts", "random bytes give well-formed measurements or a coded refusal"],
        ],
      },
      {
        what: "What is impossible is kept with its bytes and said; beyond a safety limit it is told all the same.",
        tests: [
          [INGEST, "an impossible value beyond a safety limit is also a red clinical alert, marked"],
          SAFETY_NEVER_EXCUSED,
        ],
      },
      {
        what: "A doubtful value is compared with by no rule.",
        tests: [
          [
            "src/rules/history.test.ts",
            "what can't be trusted, is somebody else's or is not a measurement is no reference",
          ],
        ],
      },
      {
        what: "What looks like technique is asked about first; the finding ends in an alert or in a value inside, within ten minutes.",
        tests: [
          [ASKING, "he is asked at once, measures 94 %, and nobody is told; both values and the finding stay readable"],
          [
            ASKING,
            "whatever is measured, shown and passed: a finding is told or repeated inside within ten minutes, and beyond safety at once",
          ],
          [ASKING, "a value that was taken back by measuring again is compared with by no later one"],
        ],
      },
    ],
    remains: "A wrong value that looks right.",
  },
  {
    title: "The engine fails or decides otherwise than it says",
    how: "A fault in a rule, a plan that can't be read, a change of version, an altered store.",
    harm: "A finding is lost without a trace, or nobody can say afterwards why something was told or not.",
    controls: [
      {
        what: "A fault while judging keeps the reading, tells the team in red, and leaves all others alone.",
        tests: [
          [WRITER, "the reading is stored and marked, its team told in red, the hub told stored"],
          [WRITER, "a plan that can't be read is such a fault too"],
          [WRITER, "the other readings of the message are judged all the same"],
        ],
      },
      {
        what: "The log of commands rebuilds every alert byte for byte, and one altered byte is found.",
        tests: [
          ["src/ledger/replay.test.ts", "rebuilds every alert, event and reading byte for byte"],
          ["src/ledger/replay.test.ts", "one altered byte of evidence, whichever digit of whichever value it is"],
        ],
      },
      {
        what: "Every alert is recomputed by another process from the raw messages; it says which engine decided, and finds one altered byte.",
        tests: [
          ["test/acceptance/verify.test.ts", "of the demo, beside the running platform; one altered byte is found"],
          [
            "src/verify/verify.test.ts",
            "finds any one byte altered in any command's payload, wherever it stands and whatever follows from it",
          ],
          ["src/verify/verify.test.ts", "can't find everything rewritten alike; the seal is another then"],
        ],
      },
      {
        what: "Why nothing was told can be asked for any day.",
        tests: [
          ["src/explain/day.test.ts", "is explained alike whatever order the same readings came in, and however often"],
        ],
      },
    ],
    remains:
      "An error in a rule's definition is reproduced faithfully. The definitions and their sources stand beside this page.",
  },
];
