import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** The one accent, deep teal; shades 7 (light) and 6 (dark) carry white text at 7.8:1 and 5.8:1. */
const teal: MantineColorsTuple = [
  "#e9f5f4",
  "#d3e8e7",
  "#a8d2d0",
  "#7cbbb8",
  "#56a6a3",
  "#2f8a88",
  "#17706f",
  "#0b5c5c",
  "#084a4a",
  "#053838",
];

/** Mantine's own tokens; the platform's colours and measures stand in `tokens.css`. */
export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 6 },
  colors: { teal },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.125rem", xl: "1.375rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.45", lg: "1.4", xl: "1.3" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  defaultRadius: "md",
  headings: { fontWeight: "650" },
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    ModalRoot: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: "sm" } },
  },
});

const shared = {
  "--mantine-color-dimmed": "var(--hv-quiet)",
  "--mantine-color-placeholder": "var(--hv-quiet)",
  "--mantine-color-error": "var(--hv-red)",
  "--mantine-color-text": "var(--hv-text)",
  "--mantine-color-body": "var(--hv-surface)",
  "--mantine-color-default": "var(--hv-surface)",
  "--mantine-color-default-border": "var(--hv-line-strong)",
  "--mantine-color-anchor": "var(--hv-accent)",
};

/** Mantine's colours for text and surfaces are the platform's, in light and dark. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
