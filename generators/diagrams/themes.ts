import type { Kind } from '#model';

export interface Theme {
  background: string;
  card: string;
  cardBorder: string;
  group: string;
  groupBorder: string;
  text: string;
  muted: string;
  edge: string;
  /** Colour of each kind's icon. */
  kinds: Readonly<Record<Kind, string>>;
}

export const THEMES: Readonly<Record<'light' | 'dark', Theme>> = {
  light: {
    background: '#ffffff',
    card: '#ffffff',
    cardBorder: '#c9ced6',
    group: '#f6f7f9',
    groupBorder: '#c9ced6',
    text: '#1b1f24',
    muted: '#57606a',
    edge: '#7d8590',
    kinds: {
      client: '#57606a',
      gateway: '#1a7f37',
      service: '#0969da',
      job: '#5e5adb',
      database: '#336791',
      cache: '#c6302b',
      queue: '#bc4c00',
      stream: '#9a3fb5',
      storage: '#0f7b8a',
      discovery: '#7a6a3f',
      monitoring: '#bf3989',
      external: '#57606a',
    },
  },
  dark: {
    background: '#16181d',
    card: '#1f232a',
    cardBorder: '#3a414c',
    group: '#1a1d23',
    groupBorder: '#3a414c',
    text: '#e6e9ee',
    muted: '#9aa4b2',
    edge: '#6b7685',
    kinds: {
      client: '#9aa4b2',
      gateway: '#4ac26b',
      service: '#58a6ff',
      job: '#a5a1ff',
      database: '#79b8e0',
      cache: '#ff7b72',
      queue: '#f0883e',
      stream: '#d58bea',
      storage: '#56c8d8',
      discovery: '#cdb97c',
      monitoring: '#f778ba',
      external: '#9aa4b2',
    },
  },
};
