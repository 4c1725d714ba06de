import { Component, type ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice.tsx';

interface Props {
  readonly children: ReactNode;
}
/** One a screen: a fault of one screen leaves the frame and the others standing. */
export class Boundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <ProblemNotice error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
