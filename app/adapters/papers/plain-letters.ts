/** Beyond Latin-1, the signs that Windows-1252 has too. */
const ALSO = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/**
 * A text in the letters of the typefaces that every PDF reader brings along (Windows-1252). A letter with a mark that is not among them
 * loses its mark; what has no letter there at all becomes "?".
 */
export function plainLetters(text: string): string {
  return [...text.normalize("NFC").replaceAll("−", "-").replaceAll("\u00a0", " ")].map(plain).join("");
}

function plain(letter: string): string {
  if (isThere(letter)) return letter;
  const bare = letter.normalize("NFD").charAt(0);
  return isThere(bare) ? bare : "?";
}

function isThere(letter: string): boolean {
  return letter === "\n" || /^[\u0020-\u007e\u00a1-\u00ff]$/.test(letter) || ALSO.includes(letter);
}
