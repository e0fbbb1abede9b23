/** Colours of the place; the ground lies behind, the halo is the light plate that the thing stands on. */
export interface Palette {
  readonly ground: string;
  readonly soft: string;
  readonly motif: string;
  readonly halo: string;
  readonly accent: string;
}

export const palettes = {
  songket: { ground: "#6b1a2e", soft: "#7f2a3c", motif: "#d9a441", halo: "#fbf1dc", accent: "#d9a441" },
  sea: { ground: "#0f5a70", soft: "#186c83", motif: "#62b9c4", halo: "#eef6f1", accent: "#f2b84b" },
  mangrove: { ground: "#1f5640", soft: "#2b6a50", motif: "#86bd8a", halo: "#f6f3de", accent: "#e9b949" },
  clay: { ground: "#a94e2a", soft: "#ba6039", motif: "#efb183", halo: "#fdf1e1", accent: "#f3c56b" },
  sand: { ground: "#e3c995", soft: "#d8b97e", motif: "#a9743a", halo: "#fffaf0", accent: "#9a4f2a" },
  night: { ground: "#232f5b", soft: "#2f3d6e", motif: "#8fa3da", halo: "#f3f1ea", accent: "#e6b54a" },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;
