import { tray } from "./harvest.ts";
import { at, type Drawing, repeat, round, shadow } from "./shapes.ts";

export const driedAnchovies: Drawing = ({ random }) => {
  const one = () => {
    const [back, belly] =
      [
        ["#8b99a0", "#e6ecec"],
        ["#9aa7aa", "#f2f4f0"],
        ["#7f8d95", "#dce4e6"],
      ][Math.floor(random() * 3)] ?? [];
    return `<path d="M-62 0C-40-19 20-19 52-3L74-17L70 3L76 19L52 5C20 19-40 17-62 0Z" fill="${belly}"/><path d="M-62 0C-40-19 20-19 52-3L74-17L68 1H-62Z" fill="${back}"/><path d="M-40 1H50" stroke="#c9a15d" stroke-width="4"/><circle cx="-46" cy="-3" r="5" fill="#1e262b"/>`;
  };
  const rings = [30, 24, 17, 10, 4].map((count, ring) =>
    repeat(count, (index) => {
      const [angle, radius] = [(index / count) * 2 * Math.PI + random(), 208 - ring * 46 + random() * 22];
      return at(
        {
          x: radius * Math.cos(angle) * 1.06,
          y: radius * Math.sin(angle) * 0.86,
          turn: random() * 360,
          size: 0.86 + random() * 0.22,
        },
        one(),
      );
    }),
  );
  return tray(rings.join(""));
};

export const saltedFish: Drawing = () => {
  const half = (flip: boolean) =>
    at(
      { flip },
      '<path d="M0-190C70-180 110-90 100 20C94 110 50 180 0 210Z" fill="#d8b98a"/><path d="M0-150C44-140 70-70 64 20C60 90 34 140 0 166Z" fill="#f0dcb5"/><path d="M8-110L56-76M8-70L62-40M8-30L62-6M8 10L58 34M8 50L50 72M8 90L38 108" stroke="#c79f68" stroke-width="6" stroke-linecap="round"/>',
    );
  const fish = `${half(false)}${half(true)}<path d="M0-190V206" stroke="#a97a42" stroke-width="9"/><path d="M-46-178C-40-240 40-240 46-178C20-160-20-160-46-178Z" fill="#b48d5b"/><circle cx="-18" cy="-198" r="7" fill="#3a2412"/><circle cx="18" cy="-198" r="7" fill="#3a2412"/><path d="M0 200L-54 270L0 250L54 270Z" fill="#b48d5b"/>`;
  const rack = `<path d="M-330-226H330M-330 232H330" stroke="#8a5a2b" stroke-width="18" stroke-linecap="round"/>${repeat(11, (index) => `<path d="M${-300 + index * 60}-236V244" stroke="#b67f45" stroke-width="9"/>`)}`;
  const salt = repeat(
    40,
    (index) =>
      `<circle cx="${round(-300 + ((index * 149) % 600))}" cy="${round(-200 + ((index * 83) % 420))}" r="${3 + (index % 3)}" fill="#fff" opacity=".9"/>`,
  );
  return (
    rack + at({ x: -205, turn: -5 }, fish) + at({ x: 205, turn: 5, y: 4 }, fish) + at({ x: 0, y: -4 }, fish) + salt
  );
};

export const driedSquid: Drawing = () => {
  const squid =
    '<path d="M0-230C60-190 104-110 92 0C84 60 60 90 34 104H-34C-60 90-84 60-92 0C-104-110-60-190 0-230Z" fill="#c9764b"/><path d="M0-200C40-160 74-90 66 0C60 44 44 70 26 80H-26C-44 70-60 44-66 0C-74-90-40-160 0-200Z" fill="#e2a27a"/><path d="M0-190V70" stroke="#b8623a" stroke-width="6"/><path d="M-84-120C-140-100-150-30-92-10ZM84-120C140-100 150-30 92-10Z" fill="#b8623a"/><ellipse cy="122" rx="46" ry="32" fill="#b8623a"/><circle cx="-20" cy="118" r="9" fill="#2a160c"/><circle cx="20" cy="118" r="9" fill="#2a160c"/>';
  const arms = repeat(
    8,
    (index) =>
      `<path d="M${-34 + index * 9.6} 140C${-60 + index * 17} 190 ${-26 + index * 8} 220 ${-84 + index * 24} ${262 - Math.abs(3.5 - index) * 8}" stroke="#a9552f" stroke-width="11" fill="none" stroke-linecap="round"/>`,
  );
  const one = arms + squid;
  return (
    shadow(300, 270) +
    at({ x: -170, y: 6, turn: -12, size: 0.94 }, one) +
    at({ x: 170, y: 6, turn: 12, size: 0.94 }, one) +
    at({ x: 0, y: -8, size: 1.06 }, one)
  );
};
