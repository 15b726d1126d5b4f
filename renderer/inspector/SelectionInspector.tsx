import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { dnsLabel, type Edit } from '#model';
import { CommandButton } from '../app/IconButton.tsx';
import { commands } from '../commands/registry.ts';
import { documentStore } from '../state/document.ts';
import { contextNames } from '../suggest/calls.ts';
import { SuggestInput } from './fields/SuggestInput.tsx';
import { apply } from './form/edit.ts';
import { useDraft } from './form/use-draft.ts';
import { refusalOf } from './form/value.ts';
import classes from './Inspector.module.css';

/** Several things at once: how many, how they stand, and the context that they share. */
export function SelectionInspector({
  components,
  edges,
}: {
  components: readonly string[];
  edges: readonly string[];
}) {
  const arrange = commands.filter(
    ({ category, icon, id }) => category === 'Arrange' && icon && /align|distribute/.test(id),
  );
  return (
    <>
      <header className={classes.head}>
        <h2 className={classes.title}>{countWords(components.length, edges.length)}</h2>
      </header>
      {components.length > 1 && arrange.length > 0 && (
        <section className={classes.section} aria-label="Arrange">
          <h3 className={classes.sectionTitle}>Arrange</h3>
          <div className={classes.buttons}>
            {arrange.map((command) => (
              <CommandButton key={command.id} command={command} />
            ))}
          </div>
        </section>
      )}
      {components.length > 1 && (
        <section className={classes.section} aria-label="General">
          <CommonContext names={components} />
        </section>
      )}
    </>
  );
}

function countWords(components: number, edges: number): string {
  const parts = [
    components > 0 ? `${components} ${components === 1 ? 'component' : 'components'}` : '',
    edges > 0 ? `${edges} ${edges === 1 ? 'connection' : 'connections'}` : '',
  ];
  return `${parts.filter(Boolean).join(' and ')} selected`;
}

/** One context for all of them, as one step. */
function CommonContext({ names }: { names: readonly string[] }) {
  const contexts = useStore(
    documentStore,
    useShallow((state) => [
      ...new Set(names.map((name) => state.parsed.document.components[name]?.context ?? '')),
    ]),
  );
  const known = useStore(
    documentStore,
    useShallow((state) => contextNames(state.parsed.document)),
  );
  const common = contexts.length === 1 ? (contexts[0] ?? '') : '';
  const take = (draft: string) => {
    const value = draft.trim() === '' ? undefined : draft.trim();
    const edits: Edit[] = names.map((name) => ({
      type: 'set',
      path: ['components', name, 'context'],
      value,
    }));
    return refusalOf(value, dnsLabel()) ?? apply({ type: 'batch', title: 'set the context', edits });
  };
  const { draft, setDraft, error, commit, handlers } = useDraft(common, take);
  return (
    <SuggestInput
      label="Context"
      description={contexts.length > 1 ? 'They belong to different contexts.' : undefined}
      placeholder={contexts.length > 1 ? 'different' : undefined}
      data={known}
      value={draft}
      error={error}
      onChange={setDraft}
      onOptionSubmit={commit}
      {...handlers}
    />
  );
}
