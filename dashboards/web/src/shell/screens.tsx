import type { RouteObject } from "react-router";
import { WorklistScreen } from "../worklist/screen.tsx";

/**
 * Every screen: its address and the folder it lives in, fetched when it is first opened. A new one is a line here, a folder
 * with `screen.tsx` and `words.ts`, and, when it belongs in the main menu, a line in `menu.ts`.
 */
export const screens: RouteObject[] = [
  // Nearly everybody begins here: it comes with the frame.
  { path: "worklist", Component: WorklistScreen },
  { path: "devices", lazy: async () => ({ Component: (await import("../devices/screen.tsx")).DevicesScreen }) },
  {
    path: "devices/quarantine",
    lazy: async () => ({ Component: (await import("../devices/quarantine.tsx")).QuarantineScreen }),
  },
  { path: "devices/:hub", lazy: async () => ({ Component: (await import("../devices/hub-screen.tsx")).HubScreen }) },
  {
    path: "teams/:team?/:view?",
    lazy: async () => ({ Component: (await import("../teams/screen.tsx")).TeamsScreen }),
  },
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
  { path: "staff", lazy: async () => ({ Component: (await import("../staff/screen.tsx")).StaffScreen }) },
  {
    path: "follow-up",
    lazy: async () => ({ Component: (await import("../follow-up/screen.tsx")).FollowUpScreen }),
  },
];
