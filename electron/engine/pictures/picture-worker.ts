// Runs as a thread of its own inside the engine's process: decoding takes seconds, and a picture made to exhaust a decoder ends with the thread.
import { parentPort, workerData } from 'node:worker_threads';
import { smallPicture } from './small-picture.ts';

parentPort?.postMessage(smallPicture(workerData as Uint8Array));
