import { createBrowserRouter, Navigate } from "react-router";
import { Frame } from "./frame.tsx";
import { screens } from "./screens.tsx";
import { Broken, NotFound } from "./special.tsx";

export const router = createBrowserRouter([
  // The patient's page has nothing to do with anybody's session.
  {
    path: "/home",
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import("../home/screen.tsx")).HomeScreen }),
  },
  {
    path: "/",
    Component: Frame,
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      { index: true, element: <Navigate to="/worklist" replace /> },
      // A screen that breaks leaves the frame around it standing.
      { ErrorBoundary: Broken, children: [...screens, { path: "*", Component: NotFound }] },
    ],
  },
]);
