import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { catalog } from '#catalog';
import { parse } from '#model';
import { wordsOf } from '../app/error-words.ts';
import { host } from '../host.ts';
import { viewStore } from '../state/view.ts';
import { session } from './current.ts';
import classes from './Welcome.module.css';

type Sample = Awaited<ReturnType<typeof host.samples.list>>[number];

/** Samples as cards, each with its drawing: one click opens it. */
export function Samples() {
  const [samples, setSamples] = useState<readonly Sample[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let current = true;
    host.samples
      .list()
      .then((found) => current && setSamples(found))
      .catch((error: unknown) => current && setFailure(wordsOf(error)));
    return () => {
      current = false;
    };
  }, []);
  return (
    <section aria-labelledby="welcome-samples">
      <h2 className={classes.heading} id="welcome-samples">
        Start from a sample
      </h2>
      {failure && (
        <p role="alert" className={classes.failure}>
          The samples could not be listed. {failure}
        </p>
      )}
      <div className={classes.samples}>
        {samples?.map((sample) => (
          <SampleCard key={sample.id} sample={sample} />
        ))}
        {!samples && !failure && <Skeleton height={338} radius="md" aria-label="Loading the samples" />}
      </div>
    </section>
  );
}

function SampleCard({ sample }: { sample: Sample }) {
  const open = () => {
    session.openText(sample.text, sample.id);
    viewStore.setState({ hint: true });
  };
  return (
    <button type="button" className={classes.sample} onClick={open} data-testid={`sample-${sample.id}`}>
      <Thumbnail text={sample.text} />
      <span className={classes.caption}>
        <span className={classes.sampleTitle}>{sample.title}</span>
        <span className={classes.description}>{sample.description}</span>
        <span className={classes.invitation}>
          Open the sample <IconArrowRight size={14} stroke={1.8} />
        </span>
      </span>
    </button>
  );
}

/** The drawing of a document. It comes as an image, so that nothing in it can run. */
function Thumbnail({ text }: { text: string }) {
  const [url, setUrl] = useState<string>();
  const theme = useComputedColorScheme('light');
  useEffect(() => {
    let made: string | undefined;
    let current = true;
    void import('#generators').then(({ exportDiagram }) => {
      if (!current) return;
      const { document } = parse(text, catalog.vocabulary);
      made = URL.createObjectURL(
        new Blob([exportDiagram(document, catalog, 'svg', { theme })], { type: 'image/svg+xml' }),
      );
      setUrl(made);
    });
    return () => {
      current = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [text, theme]);
  return (
    <span className={classes.thumbnail}>
      {url && <img src={url} alt="" className={classes.drawing} draggable={false} />}
    </span>
  );
}
