import type { RouteObject } from "react-router";

/**
 * Every screen: its address and the folder it lives in, fetched when it is first opened. A new one is a line here, a folder
 * with `screen.tsx` and `words.ts`, and, when it belongs in the main menu, a line in `menu.ts`.
 */
export const screens: RouteObject[] = [
  { path: "worklist", lazy: async () => ({ Component: (await import("../worklist/screen.tsx")).WorklistScreen }) },
  {
    path: "patients/:patient",
    lazy: async () => ({ Component: (await import("../patient/screen.tsx")).PatientScreen }),
  },
  {
    path: "patients/:patient/plan",
    lazy: async () => ({ Component: (await import("../plan/screen.tsx")).PlanScreen }),
  },
  {
    path: "patients/:patient/plan/drafts/:draft",
    lazy: async () => ({ Component: (await import("../plan/draft.tsx")).DraftScreen }),
  },
  { path: "alerts/:alert", lazy: async () => ({ Component: (await import("./alert-link.tsx")).AlertLink }) },
  { path: "profile", lazy: async () => ({ Component: (await import("../profile/screen.tsx")).ProfileScreen }) },
  {
    path: "follow-up",
    lazy: async () => ({ Component: (await import("../follow-up/screen.tsx")).FollowUpScreen }),
  },
];
