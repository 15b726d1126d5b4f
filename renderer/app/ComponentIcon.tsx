import { catalog } from '#catalog';
import type { Kind } from '#model';
import classes from './ComponentIcon.module.css';

/** The tile of a component: its engine's mark in the hue of its kind. For the eye only; its name stands beside it. */
export function ComponentIcon({
  kind,
  engine,
  size = 28,
}: {
  kind: Kind;
  engine?: string | undefined;
  size?: number;
}) {
  const icon = catalog.find(kind, engine)?.icon ?? catalog.find(kind)?.icon;
  return (
    <span
      className={classes.tile}
      data-kind={kind}
      style={{ width: size, height: size, ['--hue' as string]: `var(--aw-kind-${kind})` }}
      aria-hidden
    >
      {icon && (
        <svg
          width={size * 0.6}
          height={size * 0.6}
          viewBox={`0 0 ${icon.size} ${icon.size}`}
          fill={icon.paint === 'fill' ? 'currentColor' : 'none'}
          stroke={icon.paint === 'stroke' ? 'currentColor' : 'none'}
          strokeWidth={icon.size / 14}
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d={icon.path} />
        </svg>
      )}
    </span>
  );
}
