import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type TagTone = 'plain' | 'good' | 'warn' | 'bad' | 'info';

/** A short word about a thing. Never the only carrier of a meaning: its text says it. */
export const Tag = ({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) => (
  <span className={classes.tag} data-tone={tone}>
    {children}
  </span>
);
