import { generateSampleForce } from '#shared/sample-force/generate-sample-force.ts';
import { SAMPLE_PASS_PHRASE, SAMPLE_SIGN_INS, sampleName } from '#shared/sample-force/people.ts';
import type { SampleForce } from './sample-force.ts';

/** The same force for everyone who tries Cordon, ending on the day it is loaded. */
const SEED = 20_261;
const PAUSE_EVERY = 25;

/** The synthetic force Northmoor: told in memory by the real commands, then written step by step, each with its journal entry. */
export const northmoor: SampleForce = {
  people: SAMPLE_SIGN_INS.map(({ key, signInName, does }) => ({ signInName, does, name: sampleName(key) })),
  passPhrase: SAMPLE_PASS_PHRASE,
  async load({ run, now, progress }) {
    const force = await generateSampleForce({
      seed: SEED,
      now,
      progress: async (done, total) => {
        progress(done, total * 2, `Holding meeting ${done} of ${total}`);
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
    const total = force.units.length;
    for (const [index, step] of force.units.entries()) {
      await run(step);
      if (index % PAUSE_EVERY === 0)
        progress(
          total + index,
          total * 2,
          `Writing the record: ${index.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} steps`,
        );
    }
    const nameOf = new Map(force.signIns.map((one) => [one.personId, one.signInName]));
    return {
      accounts: force.signIns,
      toSign: force.toSign.map(({ meetingId, chairId, signedAt }) => {
        const signInName = nameOf.get(chairId);
        if (signInName === undefined) throw new Error('a chair of the sample force has no account');
        return { meetingId, personId: chairId, signInName, at: signedAt };
      }),
    };
  },
};
