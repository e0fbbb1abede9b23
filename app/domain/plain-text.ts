import { z } from "zod";

// Control signs, lone surrogates and the marks that turn or hide the text around them.
const CONTROL = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\n\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
// What shows nothing: spaces of all kinds, joiners, fillers.
const BLANK = /^[\s\p{Z}\p{Cf}\u115f\u1160\u3164\uffa0\u2800]*$/u;

/** How many characters people see as single signs: code points, so that no script pays for its encoding. */
export function countSigns(text: string): number {
  return [...text].length;
}

type Limits = { max: number; min?: number };

/** One line of text as people type it: trimmed, composed (NFC), blanks joined. `min: 0` lets it stay empty. */
export function lineOfText({ max, min = 1 }: Limits) {
  return z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .superRefine(check({ max, min, forbidden: CONTROL }));
}

/** Some paragraphs: line breaks stay, as plain "\n". */
export function someText({ max, min = 1 }: Limits) {
  return z
    .string()
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim(),
    )
    .superRefine(check({ max, min, forbidden: CONTROL_BUT_LINES }));
}

function check({ max, min, forbidden }: { max: number; min: number; forbidden: RegExp }) {
  return (text: string, context: z.RefinementCtx): void => {
    const problem = forbidden.test(text)
      ? "odd-signs"
      : countSigns(text) > max
        ? "too-long"
        : (min > 0 && BLANK.test(text)) || countSigns(text) < min
          ? "required"
          : null;
    if (problem) context.addIssue({ code: "custom", message: problem });
  };
}
