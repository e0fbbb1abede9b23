/** How much of a lot is still there, as a bar; the figures stand beside it in words. */
export function LotBar({ left, of }: { left: number; of: number }) {
  const percent = of > 0 ? Math.min(100, Math.round((left / of) * 100)) : 0;
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" className="block h-3 w-full rounded-full">
      <rect width="100" height="6" className="fill-line" />
      <rect width={percent} height="6" className="fill-mangrove" />
    </svg>
  );
}
