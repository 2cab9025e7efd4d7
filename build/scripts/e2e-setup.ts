import { provideElectronRuntime } from './electron-runtime.ts';

/** Lets every end-to-end test start the application with the runtime that was found here. */
// Playwright calls the default export of this file; it is the one default export of the project.
export default async function prepare(): Promise<void> {
  await provideElectronRuntime(console.error);
}
