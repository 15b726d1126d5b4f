import { Button } from '@mantine/core';
import { IconFile, IconFilePlus, IconFolderOpen, IconX } from '@tabler/icons-react';
import { IconButton } from '../app/IconButton.tsx';
import { notifyError } from '../app/notify.ts';
import { ThemeMenu } from '../app/ThemeMenu.tsx';
import { commandOf } from '../commands/registry.ts';
import { runCommand } from '../commands/run.ts';
import { Keys } from '../commands/ShortcutSheet.tsx';
import { ago } from './ago.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { session } from './current.ts';
import { Samples } from './Samples.tsx';
import { useRecent } from './use-recent.ts';
import classes from './Welcome.module.css';

/** The first screen: a sample, an empty canvas, a file, or what was open last. */
export function Welcome() {
  return (
    <div className={classes.screen}>
      <ConnectionBanner />
      <div className={classes.theme}>
        <ThemeMenu />
      </div>
      <main className={classes.page}>
        <header className={classes.header}>
          <Mark />
          <div>
            <h1 className={classes.title}>Archwright</h1>
            <p className={classes.claim}>Draw a system, see how it behaves, and ship it.</p>
          </div>
        </header>
        <Samples />
        <div className={classes.columns}>
          <section aria-labelledby="welcome-start">
            <h2 className={classes.heading} id="welcome-start">
              Start
            </h2>
            <div className={classes.acts}>
              <Act id="file.new" title="Empty canvas" icon={<IconFilePlus size={18} stroke={1.6} />} />
              <Act id="file.open" title="Open a file" icon={<IconFolderOpen size={18} stroke={1.6} />} />
            </div>
          </section>
          <section aria-labelledby="welcome-recent">
            <h2 className={classes.heading} id="welcome-recent">
              Recent
            </h2>
            <RecentFiles />
          </section>
        </div>
      </main>
    </div>
  );
}

function Act({ id, title, icon }: { id: string; title: string; icon: React.ReactNode }) {
  const command = commandOf(id);
  return (
    <Button
      variant="default"
      justify="flex-start"
      leftSection={icon}
      rightSection={<Keys shortcut={command.shortcut?.[0] ?? ''} silent />}
      className={classes.act}
      onClick={() => void runCommand(command)}
    >
      {title}
    </Button>
  );
}

function RecentFiles() {
  const { recent, forget } = useRecent();
  if (recent.length === 0)
    return <p className={classes.none}>Documents that you open or save are listed here.</p>;
  return (
    <ul className={classes.recent}>
      {recent.map((file) => (
        <li key={file.path} className={classes.file}>
          <button
            type="button"
            className={classes.open}
            disabled={!file.exists}
            title={file.exists ? file.path : `${file.path} does not exist any more`}
            onClick={() =>
              void session.openPath(file.path).catch((error) => notifyError('Could not open the file', error))
            }
          >
            <IconFile size={16} stroke={1.6} />
            <span className={classes.fileName}>{file.name}</span>
            <span className={classes.path}>{file.path}</span>
            <span className={classes.date}>{file.exists ? ago(file.openedAt, Date.now()) : 'missing'}</span>
          </button>
          <IconButton label={`Forget ${file.name}`} size="sm" onClick={() => forget(file.path)}>
            <IconX size={14} stroke={1.6} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function Mark() {
  return (
    <svg width={40} height={40} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#4350d1" />
      <path d="M8 24V16a8 8 0 0 1 16 0v8" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path
        d="M8 18h16"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeOpacity=".55"
        strokeLinecap="round"
      />
      <circle cx="16" cy="8" r="2.4" fill="#fff" />
    </svg>
  );
}
