import { Button, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconPlus, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { catalog } from '#catalog';
import { type CallSpec, type Path, parseCallText, type Value } from '#model';
import { IconButton } from '../../app/IconButton.tsx';
import { documentStore } from '../../state/document.ts';
import { callsTo, componentNames } from '../../suggest/calls.ts';
import { CommitInput } from '../fields/CommitInput.tsx';
import classes from '../fields/fields.module.css';
import { useProblem, useRaw } from '../fields/use-field.ts';
import { renameAt, setAt } from '../form/edit.ts';
import { callForm, moved, without } from './call-forms.ts';

/** Whom an operation calls, in order: with completion of targets, verbs and what they work on. */
export function CallsField({ path, self, title = 'Calls' }: { path: Path; self: string; title?: string }) {
  const raw = useRaw(path);
  const calls: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const [adding, setAdding] = useState(false);
  const problem = useProblem(path);
  const suggestions = useSuggestedCalls(self);
  const add = (call: CallSpec) => setAt(path, [...calls, call] as Value);
  const takeNew = (text: string) => {
    if (text.trim() === '') {
      setAdding(false);
      return undefined;
    }
    const refusal = callRefusal(text) ?? add(text.trim());
    if (refusal === undefined) setAdding(false);
    return refusal;
  };
  return (
    <div className={classes.block}>
      <span className={classes.title}>{title}</span>
      {problem && <p className={classes.error}>{problem}</p>}
      {calls.map((call, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: calls have no identity of their own
        <div key={index} className={classes.call}>
          <div className={classes.grow}>
            <CallItem call={call} path={[...path, index]} self={self} suggestions={suggestions} />
          </div>
          {calls.length > 1 && (
            <Mover
              index={index}
              count={calls.length}
              move={(to) => setAt(path, moved(calls, index, to) as Value)}
            />
          )}
          <IconButton
            label={`Remove call ${index + 1}`}
            size="sm"
            onClick={() => setAt(path, without(calls, index))}
          >
            <IconX size={14} stroke={1.8} />
          </IconButton>
        </div>
      ))}
      {adding ? (
        <CommitInput
          label="New call"
          text=""
          suggestions={suggestions}
          placeholder="payments.charge"
          take={takeNew}
          autoFocus
          mono
        />
      ) : (
        <AddCall add={add} addText={() => setAdding(true)} first={suggestions[0] ?? 'service.operation'} />
      )}
    </div>
  );
}

function useSuggestedCalls(self: string): string[] {
  const document = useStore(documentStore, (state) => state.parsed.document);
  return useMemo(() => callsTo(document, catalog.vocabulary, self), [document, self]);
}

function callRefusal(text: string): string | undefined {
  const parsed = parseCallText(text.trim());
  return parsed.type === 'error' ? parsed.reason : undefined;
}

interface CallItemProps {
  call: unknown;
  path: Path;
  self: string;
  suggestions: readonly string[];
}

function CallItem({ call, path, self, suggestions }: CallItemProps) {
  const form = callForm(call);
  const problem = useProblem(path);
  switch (form.form) {
    case 'call':
      return (
        <CommitInput
          label="Call"
          text={form.text}
          suggestions={suggestions}
          problem={problem}
          mono
          take={(text) =>
            text.trim() === ''
              ? 'Type a call, or remove the row.'
              : (callRefusal(text) ?? setAt(path, text.trim()))
          }
        />
      );
    case 'all':
      return (
        <div className={classes.nested}>
          <CallsField title="In parallel" path={[...path, 'all']} self={self} />
        </div>
      );
    case 'chance':
      return (
        <div className={classes.nested}>
          <span className={classes.title}>In a share of the cases</span>
          <CommitInput
            label="Share"
            text={form.share}
            problem={problem}
            take={(share) =>
              /^\d{1,3}(\.\d+)?%$/.test(share)
                ? renameAt([...path, form.share], share)
                : 'Expected a percentage such as 10%.'
            }
          />
          <CallItem call={form.call} path={[...path, form.share]} self={self} suggestions={suggestions} />
        </div>
      );
    case 'cached':
      return <Cached path={path} self={self} form={form} />;
    case 'unknown':
      return (
        <p className={classes.error}>{problem ?? 'This is no call. Mend it in the YAML, or remove it.'}</p>
      );
  }
}

function Cached({
  path,
  self,
  form,
}: {
  path: Path;
  self: string;
  form: Extract<ReturnType<typeof callForm>, { form: 'cached' }>;
}) {
  const caches = componentNames(documentStore.getState().parsed.document, 'cache');
  const problem = useProblem(path);
  const take = (key: string) => (text: string) =>
    setAt([...path, key], text.trim() === '' ? undefined : text.trim());
  return (
    <div className={classes.nested}>
      <span className={classes.title}>Through a cache</span>
      {problem && <p className={classes.error}>{problem}</p>}
      <div className={classes.http}>
        <CommitInput
          label="Cache"
          text={form.cache}
          suggestions={caches}
          placeholder="cache"
          take={take('cached')}
        />
        <CommitInput label="Key field" text={form.key} placeholder="key field" take={take('key')} />
        <CommitInput label="Time to live" text={form.ttl} placeholder="60s" take={take('ttl')} />
        <CommitInput label="Hit ratio" text={form.hit} placeholder="hits, e.g. 90%" take={take('hit')} />
      </div>
      <CallsField title="When it is not there" path={[...path, 'calls']} self={self} />
    </div>
  );
}

function Mover({ index, count, move }: { index: number; count: number; move: (to: number) => void }) {
  return index > 0 ? (
    <IconButton label={`Move call ${index + 1} up`} size="sm" onClick={() => move(index - 1)}>
      <IconArrowUp size={14} stroke={1.8} />
    </IconButton>
  ) : (
    <IconButton
      label={`Move call ${index + 1} down`}
      size="sm"
      disabled={count < 2}
      onClick={() => move(index + 1)}
    >
      <IconArrowDown size={14} stroke={1.8} />
    </IconButton>
  );
}

/** Adds a call; other forms are a menu away. */
function AddCall({
  add,
  addText,
  first,
}: {
  add: (call: CallSpec) => unknown;
  addText: () => void;
  first: string;
}) {
  const cache = componentNames(documentStore.getState().parsed.document, 'cache')[0];
  return (
    <Button.Group>
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={addText}>
        Add call
      </Button>
      <Menu position="bottom-end" width={220} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" size="xs" px={4} aria-label="Other ways to call">
            <IconChevronDown size={14} stroke={1.8} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => add({ all: [first] })}>In parallel</Menu.Item>
          <Menu.Item onClick={() => add({ '10%': first })}>In a share of the cases</Menu.Item>
          {cache !== undefined && (
            <Menu.Item onClick={() => add({ cached: cache, key: 'id', ttl: '60s', calls: [first] })}>
              Through a cache
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
