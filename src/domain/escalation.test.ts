import { describe, expect, it } from "vitest";
import { defaultPolicy, escalationPolicySchema, type Steps } from "./escalation.ts";

const withRed = (red: Partial<Steps>) => ({ ...defaultPolicy, red: { ...defaultPolicy.red, ...red } });
const withYellow = (yellow: Partial<Steps>) => ({ ...defaultPolicy, yellow: { ...defaultPolicy.yellow, ...yellow } });
const atOnce = { after: { minutes: 0 }, tell: ["team"] } as const;

describe("a policy", () => {
  it("of the platform's own is a policy", () => {
    expect(escalationPolicySchema.parse(defaultPolicy)).toEqual(defaultPolicy);
  });

  it.each<[string, object, string]>([
    ["no step at all", withRed({ steps: [] }), "red.steps"],
    [
      "red whose first step waits",
      withRed({ steps: [{ after: { minutes: 1 }, tell: ["team"] }] }),
      "red.steps.0.after",
    ],
    [
      "a further step at the same time",
      withYellow({
        steps: [
          { ...atOnce, tell: ["team"] },
          { ...atOnce, tell: ["manager"] },
        ],
      }),
      "yellow.steps.1.after",
    ],
    [
      "red that takes more than an hour",
      withRed({
        steps: [
          { ...atOnce, tell: ["team"] },
          { after: { minutes: 61 }, tell: ["manager"] },
        ],
      }),
      "red.steps",
    ],
    [
      "red that waits for opening hours",
      withRed({
        steps: [
          { ...atOnce, tell: ["team"] },
          { after: { openMinutes: 10 }, tell: ["manager"] },
        ],
      }),
      "red.steps.1.after",
    ],
    ["red repeated too seldom", withRed({ repeat: { minutes: 16 } }), "red.repeat"],
    ["red repeated on open days", withRed({ repeat: { openDays: 1 } }), "red.repeat"],
    ["red that waits until the team opens", withRed({ whenClosed: "wait" }), "red.whenClosed"],
    ["a repeat without end", withYellow({ repeat: { minutes: 0 } }), "yellow.repeat"],
    ["a step that tells nobody", withYellow({ steps: [{ after: { minutes: 0 }, tell: [] }] }), "yellow.steps.0.tell"],
  ])("with %s is refused", (_what, policy, path) => {
    const { error } = escalationPolicySchema.safeParse(policy);
    expect(error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });

  it("may take exactly an hour to the last step, and repeat at exactly 15 minutes", () => {
    const steps: Steps["steps"] = [
      { after: { minutes: 0 }, tell: ["team"] },
      { after: { minutes: 60 }, tell: ["manager"] },
    ];
    expect(escalationPolicySchema.safeParse(withRed({ steps, repeat: { minutes: 15 } })).success).toBe(true);
  });
});
