import type { Icon } from '#catalog';

/** An engine's mark in the current text colour. */
export function EntryIcon({ icon, size }: { icon: Icon; size: number }) {
  const paint =
    icon.paint === 'fill'
      ? { fill: 'currentColor' }
      : {
          fill: 'none',
          stroke: 'currentColor',
          strokeWidth: icon.size / 13,
          strokeLinecap: 'round' as const,
          strokeLinejoin: 'round' as const,
        };
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${icon.size} ${icon.size}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={icon.path} {...paint} />
    </svg>
  );
}
