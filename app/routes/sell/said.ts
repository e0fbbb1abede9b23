/** What a page says after a redirect; anything else in the address says nothing. */
const SAID = ["published", "kept", "saved", "hidden", "saved-hidden"] as const;
export type Said = (typeof SAID)[number];

export function isSaid(text: string | null): text is Said {
  return SAID.some((said) => said === text);
}
