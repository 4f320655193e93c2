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
const NIGHT = "test/acceptance/night.test.ts";
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
      "An alert that is never taken on stands on the list and in the live events; nobody is rung up about it by the platform.",
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
    ],
    remains:
      "An error in a rule's definition is reproduced faithfully. The definitions and their sources stand beside this page.",
  },
];
