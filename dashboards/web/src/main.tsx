import "@mantine/core/styles.css";
import "./shell/tokens.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { ApiProblem } from "./api/problem.ts";
import { startLanguage } from "./i18n/index.ts";
import { nonce } from "./shell/page.ts";
import { router } from "./shell/router.tsx";
import { cssVariables, theme } from "./shell/theme.ts";
import { askEarly } from "./worklist/query.ts";

// The scroll lock of dialogues makes a style element of its own, outside Mantine.
setNonce(nonce);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the API refuses it refuses again; what did not come through may the next time.
      retry: (failures, error) => !(error instanceof ApiProblem && !error.problem.retryable) && failures < 2,
      networkMode: "always",
    },
  },
});

if (location.pathname !== "/home") void askEarly(queries, location.pathname);
await startLanguage();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
