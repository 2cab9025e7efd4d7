import { describe, expect, it } from 'vitest';
import { createQueue } from './queue.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the queue of commands', () => {
  it('never lets one begin before the one before it is done, however long that takes', async () => {
    const queue = createQueue();
    const happened: string[] = [];
    const task = (name: string, turns: number) => async (): Promise<string> => {
      happened.push(`${name} begins`);
      for (let count = 0; count < turns; count += 1) await turn();
      happened.push(`${name} ends`);
      return name;
    };
    const done = await Promise.all([queue.run(task('first', 5)), queue.run(task('second', 0)), queue.run(task('third', 2))]);
    expect(done).toEqual(['first', 'second', 'third']);
    expect(happened).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
  });

  it('goes on after one that failed, and tells only whoever asked for that one', async () => {
    const queue = createQueue();
    const failed = queue.run(async () => {
      await turn();
      throw new Error('a fault of ours');
    });
    const next = queue.run(async () => 'done');
    await expect(failed).rejects.toThrow('a fault of ours');
    expect(await next).toBe('done');
  });

  it('is idle only when everything handed in is done', async () => {
    const queue = createQueue();
    let done = false;
    void queue.run(async () => {
      await turn();
      await turn();
      done = true;
    });
    await queue.idle();
    expect(done).toBe(true);
  });
});
