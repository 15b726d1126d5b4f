import { IconChevronRight, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '../../app/IconButton.tsx';
import classes from './fields.module.css';

interface CardProps {
  /** What it is called, for its buttons. */
  name: string;
  head: ReactNode;
  /** What it is, in a few words; shown while it is folded. */
  summary?: string | undefined;
  children: ReactNode;
  onRemove: () => void;
  defaultOpen?: boolean;
}

/** Something with a name and fields of its own in a list: folded until it is looked into. */
export function Card({ name, head, summary, children, onRemove, defaultOpen = false }: CardProps) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={open}
          aria-label={`${open ? 'Fold' : 'Unfold'} ${name}`}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={14} stroke={1.8} />
        </button>
        <div className={classes.cardName}>{head}</div>
        {!open && summary && <span className={classes.detail}>{summary}</span>}
        <IconButton label={`Remove ${name}`} size="sm" onClick={onRemove}>
          <IconX size={14} stroke={1.8} />
        </IconButton>
      </div>
      {open && <div className={classes.cardBody}>{children}</div>}
    </div>
  );
}
