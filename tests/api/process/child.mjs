// The child of connectChild.test.ts: runs what `npm run build:server` built.

import { serveMethods } from '../../../dist/api/process/serveMethods.js';
import { InvalidInput } from '../../../dist/model/errors.js';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

serveMethods(
  {
    add: async (a, b) => a + b,
    echo: async (value) => value,
    refuse: async () => {
      throw new InvalidInput('k', 'k is a whole number from 1');
    },
    fail: async () => {
      throw new TypeError('broken');
    },
    count: async (upTo, { progress }) => {
      for (let done = 1; done <= upTo; done++) progress(done);
      return upTo;
    },
    waitForCancel: ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      }),
    deadline: async ({ deadlineMs }) => deadlineMs,
    spin: async (ms) => {
      for (const end = Date.now() + ms; Date.now() < end; );
    },
    slow: async (ms) => {
      await wait(ms);
      return 'slow';
    },
    die: async () => process.exit(3),
    pid: async () => process.pid,
    argument: async () => process.argv[2],
  },
  process,
);
