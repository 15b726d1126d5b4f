import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import classes from './EmptyState.module.css';
import { wordsOf } from './error-words.ts';

interface ErrorBoundaryProps {
  /** What it is around: `the editor`. */
  what: string;
  onRetry?: () => void;
  children: ReactNode;
}

/** Keeps a failure in one part of the window from taking the others along: the document and its journal live on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  #retry = () => {
    this.props.onRetry?.();
    this.setState({ error: undefined });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <div className={classes.empty} role="alert">
        <p className={classes.text}>
          Could not show {this.props.what}. Your document is not affected. {wordsOf(error)}
        </p>
        <Button variant="default" onClick={this.#retry}>
          Try again
        </Button>
      </div>
    );
  }
}
