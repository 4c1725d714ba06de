import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../viz/client/jobs.ts';
import { useKnownJobs } from '../../../viz/state/knownJobs.ts';

const job = (id: string, state: string): Job => ({
  id,
  kind: 'screen',
  state,
  progress: null,
  result: null,
  error: null,
});
const states = () => useKnownJobs.getState().jobs.map(({ id, state }) => `${id} ${state}`);

describe('known jobs', () => {
  beforeEach(() => useKnownJobs.setState({ jobs: [] }));

  it('after a reload are what the server lists', () => {
    useKnownJobs.getState().listed([job('j2', 'running'), job('j1', 'done')]);
    expect(states()).toEqual(['j2 running', 'j1 done']);
    useKnownJobs.getState().heard(job('j2', 'done'));
    expect(states()).toEqual(['j2 done', 'j1 done']);
  });

  it('keep what was started since the list was made, and what has ended since', () => {
    const { heard, listed } = useKnownJobs.getState();
    heard(job('j1', 'done'));
    heard(job('j2', 'queued'));
    listed([job('j1', 'running')]);
    expect(states()).toEqual(['j2 queued', 'j1 done']);
  });
});
