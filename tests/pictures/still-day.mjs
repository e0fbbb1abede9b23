// Loaded before the server's first line (NODE_OPTIONS): the market of the pictures always lives on the same day, or every date would differ.
const Real = Date;
const DAY = Real.parse("2026-11-25T10:00:00+07:00");
const opened = Number(process.env.PICTURES_OPENED ?? Real.now());
const now = () => DAY + Real.now() - opened;

globalThis.Date = new Proxy(Real, {
  construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
  get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
});
