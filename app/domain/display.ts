/** How bright the pages are: as chosen, or as the device itself is set. */
export const THEMES = ["device", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** How somebody wants the pages to look and weigh, in this browser. */
export type Display = { theme: Theme; savesData: boolean };

export const DEFAULT_DISPLAY: Display = { theme: "device", savesData: false };

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** What a cookie holds of it; anything that is not ours counts as nothing chosen. */
export function readDisplay(value: unknown): Display {
  if (typeof value !== "object" || value === null) return DEFAULT_DISPLAY;
  const theme = "theme" in value && isTheme(value.theme) ? value.theme : DEFAULT_DISPLAY.theme;
  return { theme, savesData: "savesData" in value && value.savesData === true };
}
